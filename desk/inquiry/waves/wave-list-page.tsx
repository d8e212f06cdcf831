import { Badge, Button, Group, Text } from '@mantine/core'
import { Link } from 'react-router'
import { wave } from '../../../core/inquiry/wave.ts'
import { EmptyState, formatDay, Icon, Page, Section, text, UnsentMark } from '../../kit/index.ts'
import { useMay, useMayEver, useRecords, useToday } from '../../sync/index.ts'
import styles from '../inquiry.module.css'
import { titleOf } from '../words.ts'
import { ResponseBar } from './response-bar.tsx'
import { countLines, useWaveInstruments, useWaveLines, type WaveRecord } from './use-wave.ts'

/** Every occasion of asking: what is open now, then what is closed. */
export function WaveListPage() {
  const all = useRecords(wave)
  // Who may read no family's answers is not shown a wave that would look as if nobody had answered.
  const readsAnswers = useMayEver('answerSheet', 'read')
  const waves = readsAnswers ? all : all.filter(({ subject }) => subject === 'codes')
  const mayCreate = useMay('wave', 'create', 'agency')
  const mayTalk = useMayEver('interview', 'read')
  const byDay = [...waves].sort((left, right) => right.opensOn.localeCompare(left.opensOn))
  const open = byDay.filter(({ state }) => state === 'open')
  const closed = byDay.filter(({ state }) => state === 'closed')
  return (
    <Page
      title={text('inquiry:waves.title')}
      actions={
        <>
          {mayCreate && (
            <Button component={Link} to="/inquiry/waves/new" leftSection={<Icon name="plus" />}>
              {text('inquiry:waves.new')}
            </Button>
          )}
          {mayTalk && (
            <Button component={Link} to="/inquiry/interviews" variant="default">
              {text('interview:list.title')}
            </Button>
          )}
          {mayTalk && (
            <Button component={Link} to="/inquiry/observation" variant="default">
              {text('observation:list.title')}
            </Button>
          )}
          <Button component={Link} to="/inquiry/instruments" variant="default">
            {text('inquiry:instruments.title')}
          </Button>
          <Button component={Link} to="/inquiry/evidence" variant="default">
            {text('evidence:title')}
          </Button>
        </>
      }
    >
      {waves.length === 0 && (
        <EmptyState
          title={text(readsAnswers ? 'inquiry:waves.none' : 'inquiry:waves.noSurvey')}
          hint={text(readsAnswers ? 'inquiry:waves.noneHint' : 'inquiry:waves.noSurveyHint')}
        />
      )}
      {open.length > 0 && (
        <Section title={text('inquiry:waves.open')}>
          <WaveCards waves={open} />
        </Section>
      )}
      {closed.length > 0 && (
        <Section title={text('inquiry:waves.closed')}>
          <WaveCards waves={closed} />
        </Section>
      )}
    </Page>
  )
}

function WaveCards({ waves }: { readonly waves: readonly WaveRecord[] }) {
  return (
    <ul className={styles.cards}>
      {waves.map((one) => (
        <WaveCard key={one.id} wave={one} />
      ))}
    </ul>
  )
}

function WaveCard({ wave: shown }: { readonly wave: WaveRecord }) {
  const today = useToday()
  const instruments = useWaveInstruments(shown)
  const lines = useWaveLines(shown)
  const isLate = shown.state === 'open' && shown.dueOn !== null && shown.dueOn < today
  return (
    <li className={styles.card}>
      <Group justify="space-between" gap="xs" wrap="nowrap" align="flex-start">
        <Link to={`/inquiry/waves/${shown.id}`} className={styles.whole}>
          {shown.title}
        </Link>
        <Badge variant="outline" color="gray.8" tt="none">
          {text(`inquiry:wavePhase.${shown.phase}`)}
        </Badge>
      </Group>
      <Text size="sm" c="gray.7">
        {instruments.map(titleOf).join(' · ')}
      </Text>
      <Text size="sm" c={isLate ? 'kite.8' : 'gray.7'}>
        {formatDay(shown.opensOn)} – {formatDay(shown.dueOn, text('inquiry:waves.noDue'))}
        {isLate ? ` · ${text('inquiry:waves.late')}` : ''}
      </Text>
      {shown.subject === 'families' && <ResponseBar count={countLines(lines)} />}
      {shown.subject === 'codes' && (
        <Text size="sm" c="gray.7">
          {text('inquiry:waveSubject.codes')}
        </Text>
      )}
      <UnsentMark record={shown} />
    </li>
  )
}
