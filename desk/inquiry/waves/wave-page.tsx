import { Anchor, Button, Group } from '@mantine/core'
import { Link, useParams } from 'react-router'
import { supportGroup } from '../../../core/groupwork/support-group.ts'
import { wave } from '../../../core/inquiry/wave.ts'
import {
  ConfirmButton,
  ConflictMark,
  DoingNote,
  EmptyState,
  Facts,
  formatDay,
  Page,
  Section,
  text,
  UnsentMark,
  useDoing,
} from '../../kit/index.ts'
import { useAct, useMay, useRecord } from '../../sync/index.ts'
import { titleOf } from '../words.ts'
import { DueDay } from './due-day.tsx'
import { FamilyWave } from './family-wave.tsx'
import { SurveyWave } from './survey-wave.tsx'
import { useWaveInstruments, type WaveRecord } from './use-wave.ts'

export function WavePage() {
  const { waveId } = useParams()
  const shown = useRecord(wave, waveId)
  const back = { to: '/inquiry', label: text('inquiry:waves.title') }
  if (shown === null || shown.removed)
    return (
      <Page title={text('inquiry:waves.title')} back={back}>
        <EmptyState title={text('inquiry:waves.missing')} />
      </Page>
    )
  return (
    <Page
      title={shown.title}
      back={back}
      marks={
        <>
          <UnsentMark record={shown} />
          <ConflictMark kind={wave} record={shown} />
        </>
      }
      actions={<WaveActions wave={shown} />}
      wide
    >
      <WaveFacts wave={shown} />
      {shown.subject === 'families' ? <FamilyWave wave={shown} /> : <SurveyWave wave={shown} />}
    </Page>
  )
}

function WaveFacts({ wave: shown }: { readonly wave: WaveRecord }) {
  const instruments = useWaveInstruments(shown)
  const group = useRecord(supportGroup, shown.groupId)
  const who =
    group?.title ?? text(shown.subject === 'codes' ? 'inquiry:wave.codes' : 'inquiry:wave.register')
  return (
    <Section title={text('inquiry:wave.facts')}>
      <Facts
        rows={[
          { label: text('inquiry:wave.phase'), value: text(`inquiry:wavePhase.${shown.phase}`) },
          { label: text('inquiry:wave.state'), value: text(`inquiry:waveState.${shown.state}`) },
          { label: text('inquiry:wave.who'), value: who },
          {
            label: text('inquiry:wave.instruments'),
            value: (
              <Group gap="sm">
                {instruments.map((one) => (
                  <Anchor key={one.id} component={Link} to={`/inquiry/instruments/${one.id}`}>
                    {titleOf(one)}
                  </Anchor>
                ))}
              </Group>
            ),
          },
          { label: text('inquiry:wave.opensOn'), value: formatDay(shown.opensOn) },
          {
            label: text('inquiry:wave.dueOn'),
            value: <DueDay wave={shown} />,
          },
        ]}
      />
    </Section>
  )
}

function WaveActions({ wave: shown }: { readonly wave: WaveRecord }) {
  const act = useAct()
  const doing = useDoing()
  const mayPlan = useMay('wave', 'close', 'agency')
  if (!mayPlan) return null
  const move = (verb: 'close' | 'reopen') =>
    void doing.run(() => act({ kind: wave, recordId: shown.id, verb, input: {}, fields: {} }))
  return (
    <Group gap="xs">
      {shown.state === 'open' ? (
        <>
          <Button variant="default" component={Link} to={`/inquiry/waves/${shown.id}/import`}>
            {text('inquiry:wave.import')}
          </Button>
          <ConfirmButton
            question={text('inquiry:wave.closeQuestion')}
            confirmLabel={text('inquiry:wave.close')}
            onConfirm={() => move('close')}
          >
            {text('inquiry:wave.close')}
          </ConfirmButton>
        </>
      ) : (
        <Button variant="default" onClick={() => move('reopen')} loading={doing.busy}>
          {text('inquiry:wave.reopen')}
        </Button>
      )}
      <DoingNote doing={doing} />
    </Group>
  )
}
