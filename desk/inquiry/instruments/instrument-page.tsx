import { Button, Group, List, Text } from '@mantine/core'
import { Link, useParams } from 'react-router'
import { instrument, type Instrument } from '../../../core/inquiry/instrument.ts'
import { validationOf } from '../../../core/inquiry/name-validation.ts'
import {
  ConfirmButton,
  ConflictMark,
  DoingNote,
  EmptyState,
  Facts,
  Page,
  Section,
  text,
  UnsentMark,
  useDoing,
} from '../../kit/index.ts'
import { useAct, useMay, useRecord } from '../../sync/index.ts'
import { showUnnamed, showWords, titleOf } from '../words.ts'
import { InstrumentBadges } from './instrument-badges.tsx'
import { InstrumentItems } from './instrument-items.tsx'
import { InstrumentScales } from './instrument-scales.tsx'
import { XlsformButton } from './xlsform-button.tsx'
import { type InstrumentRecord, useInstrument } from './use-instruments.ts'

const back = { to: '/inquiry/instruments', label: '' }

export function InstrumentPage() {
  const { instrumentId } = useParams()
  const marks = useRecord(instrument, instrumentId)
  const shown = useInstrument(instrumentId)
  const label = text('inquiry:instruments.title')
  if (shown === null || marks === null || shown.removed)
    return (
      <Page title={label} back={{ ...back, label }}>
        <EmptyState title={text('inquiry:instruments.missing')} />
      </Page>
    )
  return (
    <Page
      title={titleOf(shown)}
      back={{ ...back, label }}
      marks={
        <>
          <UnsentMark record={shown} />
          <ConflictMark kind={instrument} record={marks} />
        </>
      }
      actions={<InstrumentActions shown={shown} />}
    >
      <InstrumentBadges instrument={shown} />
      <About shown={shown} />
      <InstrumentItems shown={shown} />
      <InstrumentScales shown={shown} />
      <Sources shown={shown} />
    </Page>
  )
}

function About({ shown }: { readonly shown: Instrument }) {
  const { ages } = shown
  return (
    <Section title={text('inquiry:instrument.about')}>
      {showWords(shown.description) !== '' && <Text>{showWords(shown.description)}</Text>}
      <Facts
        rows={[
          {
            label: text('inquiry:instrument.respondent'),
            value: text(`inquiry:respondent.${shown.respondent}`),
          },
          {
            label: text('inquiry:instrument.target'),
            value: text(`inquiry:target.${shown.target}`),
          },
          {
            label: text('inquiry:instrument.ages'),
            value:
              ages === null
                ? ''
                : text('inquiry:instrument.agesLine', { from: ages.from, to: ages.to }),
          },
          { label: text('inquiry:instrument.version'), value: `${shown.code} · ${shown.version}` },
          {
            label: text('inquiry:instrument.instructions'),
            value: showUnnamed(shown.instructions),
          },
        ]}
      />
      {shown.entry === 'scores' && <Text c="gray.7">{text('inquiry:instrument.scoresOnly')}</Text>}
    </Section>
  )
}

function Sources({ shown }: { readonly shown: Instrument }) {
  const { licence, provenance, validation } = shown
  return (
    <Section title={text('inquiry:instrument.sources')}>
      <Facts
        rows={[
          {
            label: text('inquiry:instrument.licence'),
            value: text(`inquiry:licenceStatus.${licence.status}`),
          },
          { label: text('inquiry:instrument.holder'), value: licence.holder },
          { label: text('inquiry:instrument.licenceNote'), value: showWords(licence.note) },
          { label: text('inquiry:instrument.reference'), value: provenance.reference },
          { label: text('inquiry:instrument.seenIn'), value: provenance.sources.join(' · ') },
          {
            label: text('inquiry:instrument.validation'),
            value: text(`inquiry:validationStatus.${validationOf(shown)}`),
          },
          { label: text('inquiry:instrument.validationNote'), value: showWords(validation.note) },
        ]}
      />
      {provenance.uncertain.length > 0 && (
        <>
          <Text fw={600}>{text('inquiry:instrument.uncertain')}</Text>
          <List>
            {provenance.uncertain.map((one) => (
              <List.Item key={one}>{one}</List.Item>
            ))}
          </List>
        </>
      )}
    </Section>
  )
}

function InstrumentActions({ shown }: { readonly shown: InstrumentRecord }) {
  const act = useAct()
  const doing = useDoing()
  const mayPlan = useMay('instrument', 'publish', 'agency')
  if (!mayPlan) return null
  const move = (verb: 'publish' | 'retire') =>
    void doing.run(() => act({ kind: instrument, recordId: shown.id, verb, input: {}, fields: {} }))
  return (
    <Group gap="xs">
      {shown.state === 'draft' && (
        <>
          <Button loading={doing.busy} onClick={() => move('publish')}>
            {text('inquiry:instrument.publish')}
          </Button>
          <Button variant="default" component={Link} to={`/inquiry/instruments/${shown.id}/change`}>
            {text('kit:edit')}
          </Button>
        </>
      )}
      <Button variant="default" component={Link} to={`/inquiry/instruments/new?from=${shown.id}`}>
        {text('inquiry:instrument.copy')}
      </Button>
      {shown.entry !== 'scores' && (
        <Button variant="default" component={Link} to={`/inquiry/instruments/${shown.id}/spoken`}>
          {text('spoken:page.go')}
        </Button>
      )}
      <XlsformButton instrumentId={shown.id} />
      {shown.state === 'published' && (
        <ConfirmButton
          question={text('inquiry:instrument.retireQuestion')}
          confirmLabel={text('inquiry:instrument.retire')}
          onConfirm={() => move('retire')}
        >
          {text('inquiry:instrument.retire')}
        </ConfirmButton>
      )}
      <DoingNote doing={doing} />
    </Group>
  )
}
