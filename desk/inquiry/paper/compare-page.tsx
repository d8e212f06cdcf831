import { Badge, Button, Group, Text } from '@mantine/core'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { draftSurveySheet } from '../../../core/inquiry/answer-import/draft-sheets.ts'
import type { Answer } from '../../../core/inquiry/check-answers.ts'
import {
  countTyping,
  settleEntries,
  type PaperSheet,
} from '../../../core/inquiry/paper/compare-entries.ts'
import { showSheetCode } from '../../../core/inquiry/paper/sheet-code.ts'
import { done } from '../../../core/kit/outcome.ts'
import {
  announce,
  ConfirmButton,
  DoingNote,
  EmptyState,
  Facts,
  formatNumber,
  Page,
  Section,
  text,
  useDoing,
} from '../../kit/index.ts'
import { useAct, useMay } from '../../sync/index.ts'
import type { InstrumentRecord } from '../waves/use-wave.ts'
import { titleOf } from '../words.ts'
import { SheetDifferences } from './sheet-differences.tsx'
import { usePaperSheets, usePaperSurvey, type PaperSurvey } from './use-paper.ts'

/** Two readings of each sheet side by side: what agrees is taken, what differs is decided with the paper in hand. */
export function ComparePage() {
  const { waveId } = useParams()
  const survey = usePaperSurvey(waveId)
  return (
    <Page
      title={text('inquiry:paper.compare')}
      back={{ to: `/inquiry/waves/${waveId ?? ''}`, label: survey?.wave.title ?? '' }}
      actions={
        survey !== null && (
          <Button component={Link} to={`/inquiry/waves/${survey.wave.id}/type`} variant="default">
            {text('inquiry:paper.typing')}
          </Button>
        )
      }
    >
      {survey === null ? (
        <EmptyState title={text('inquiry:paper.noSurvey')} />
      ) : (
        survey.instruments.map((one) => <Comparing key={one.id} survey={survey} instrument={one} />)
      )}
    </Page>
  )
}

function Comparing({
  survey: { wave },
  instrument,
}: {
  readonly survey: PaperSurvey
  readonly instrument: InstrumentRecord
}) {
  const sheets = usePaperSheets(wave.id, instrument)
  const act = useAct()
  const doing = useDoing()
  const mayTake = useMay('surveySheet', 'create', `survey:${wave.id}`)
  const count = countTyping(instrument, sheets)
  const agreed = sheets.filter(({ state }) => state === 'agree')
  const once = sheets.filter(({ state }) => state === 'once')
  const take = async (some: readonly PaperSheet[], decided: Record<string, Answer> = {}) => {
    const taken = await doing.run(async () => {
      for (const sheet of some) {
        const planned = settleEntries(sheet, decided)
        if (planned === null) continue
        for (const draft of draftSurveySheet(planned, instrument.id)) {
          const outcome = await act(draft)
          if (!outcome.ok) return outcome
        }
      }
      return done(some.length)
    })
    if (taken !== null) announce({ words: text('inquiry:paper.taken', { count: taken }) })
    return taken !== null
  }
  return (
    <>
      <Section title={titleOf(instrument)} hint={text('inquiry:paper.compareHint')}>
        <TypingFacts count={count} />
        <Group gap="xs">
          <Button
            disabled={!mayTake || agreed.length === 0}
            loading={doing.busy}
            onClick={() => void take(agreed)}
          >
            {text('inquiry:paper.takeAgreed', { count: agreed.length })}
          </Button>
          {mayTake && once.length > 0 && (
            <ConfirmButton
              question={text('inquiry:paper.takeOnceQuestion')}
              confirmLabel={text('inquiry:paper.takeOnce', { count: once.length })}
              onConfirm={() => void take(once)}
            >
              {text('inquiry:paper.takeOnce', { count: once.length })}
            </ConfirmButton>
          )}
        </Group>
        <DoingNote doing={doing} />
      </Section>
      {sheets
        .filter(({ state }) => state === 'differ')
        .map((sheet) => (
          <SheetDifferences
            key={sheet.code}
            sheet={sheet}
            instrument={instrument}
            onTake={(decided) => void take([sheet], decided)}
            mayTake={mayTake && !doing.busy}
          />
        ))}
      {sheets.length === 0 && (
        <EmptyState title={text('inquiry:paper.none')} hint={text('inquiry:paper.noneHint')} />
      )}
      {sheets.length > 0 && <Sheets sheets={sheets} />}
    </>
  )
}

function TypingFacts({ count }: { readonly count: ReturnType<typeof countTyping> }) {
  return (
    <Facts
      rows={[
        { label: text('inquiry:paper.state.once'), value: String(count.once) },
        { label: text('inquiry:paper.state.agree'), value: String(count.agree) },
        { label: text('inquiry:paper.state.differ'), value: String(count.differ) },
        { label: text('inquiry:paper.state.taken'), value: String(count.taken) },
        {
          label: text('inquiry:paper.agreement'),
          value:
            count.agreement === null
              ? ''
              : `${formatNumber(Math.round(count.agreement * 1000) / 10)}%`,
        },
      ]}
    />
  )
}

const mostShown = 100

/** Each sheet with where it stands; the answers themselves stay unseen here (INQ-22). */
function Sheets({ sheets }: { readonly sheets: readonly PaperSheet[] }) {
  const [all, setAll] = useState(false)
  const shown = all ? sheets : sheets.slice(0, mostShown)
  return (
    <Section title={text('inquiry:paper.sheets', { count: sheets.length })}>
      <Group gap="xs">
        {shown.map(({ code, state }) => (
          <Badge
            key={code}
            variant={state === 'taken' ? 'filled' : 'outline'}
            color={state === 'differ' ? 'kite.8' : 'gray.8'}
            tt="none"
            size="lg"
          >
            {showSheetCode(code)} · {text(`inquiry:paper.state.${state}`)}
          </Badge>
        ))}
      </Group>
      {shown.length < sheets.length && (
        <div>
          <Button variant="subtle" onClick={() => setAll(true)}>
            {text('inquiry:paper.showAll')}
          </Button>
        </div>
      )}
      <Text size="sm" c="gray.7">
        {text('inquiry:paper.blind')}
      </Text>
    </Section>
  )
}
