import { Alert, Text } from '@mantine/core'
import { useParams } from 'react-router'
import {
  agreeOnSheets,
  leastJudgements,
  leastOccasions,
  type SheetAgreement,
} from '../../../core/inquiry/observation/agree-on-sheets.ts'
import { observationSheet } from '../../../core/inquiry/observation/observation-sheet.ts'
import type { Result } from '../../../statistics/result.ts'
import {
  type Column,
  currentLanguage,
  DataTable,
  EmptyState,
  Facts,
  formatDay,
  formatNumber,
  formatPercent,
  Page,
  Section,
  text,
} from '../../kit/index.ts'
import { useRecord, useRecords } from '../../sync/index.ts'
import { findChecklist } from './checklists.ts'
import { ratingText } from './sheet-page.tsx'
import { useStaffNames } from './use-observation.ts'
import { type SheetRecord, useSameOccasion } from './use-same-occasion.ts'

/** OBS-4: two observers of the same occasions side by side, once whoever looks has finished a sheet of their own. */
export function SheetAgreementPage() {
  const { sheetId } = useParams()
  const its = useRecord(observationSheet, sheetId)
  return (
    <Page
      title={text('observation:agreement.title')}
      back={{
        to: its === null ? '/inquiry/observation' : `/inquiry/observation/sheets/${its.id}`,
        label: text('kit:back'),
      }}
    >
      {its === null ? (
        <EmptyState title={text('observation:missing')} />
      ) : (
        <OfOccasion key={its.id} its={its} />
      )}
    </Page>
  )
}

function OfOccasion({ its }: { readonly its: SheetRecord }) {
  const { own, others, mayRead } = useSameOccasion(its)
  const here = [...(own === null ? [] : [own]), ...others]
  const done = here.filter(({ state }) => state === 'done')
  const [first, second] = done
  if (!mayRead)
    return (
      <EmptyState
        title={text('observation:sheet.blind')}
        hint={text('observation:sheet.blindHint')}
      />
    )
  if (first === undefined || second === undefined)
    return (
      <EmptyState
        title={text('observation:agreement.oneObserver')}
        hint={text('observation:agreement.oneObserverHint')}
      />
    )
  return <Compared first={first} second={second} />
}

function Compared({
  first,
  second,
}: {
  readonly first: SheetRecord
  readonly second: SheetRecord
}) {
  const staffName = useStaffNames()
  const list = useRecords(observationSheet, { checklistCode: first.checklistCode })
  const here = agreeOnSheets([first, second], first.observerId, second.observerId)
  const everywhere = agreeOnSheets(list, first.observerId, second.observerId)
  const names = [staffName(first.observerId), staffName(second.observerId)] as const
  return (
    <>
      {[first, second]
        .filter(({ knewOthers }) => knewOthers)
        .map(({ id, observerId }) => (
          <Alert key={id} color="yellow" variant="light">
            {text('observation:agreement.knew', { name: staffName(observerId) })}
          </Alert>
        ))}
      <Figures
        title={text('observation:agreement.here', {
          day: formatDay(first.onDay),
          no: first.no,
        })}
        found={here}
      />
      {everywhere.occasions > 1 && (
        <Figures
          title={text('observation:agreement.everywhere', { count: everywhere.occasions })}
          found={everywhere}
        />
      )}
      <Differences code={first.checklistCode} found={here} names={names} />
    </>
  )
}

function Figures({ title, found }: { readonly title: string; readonly found: SheetAgreement }) {
  const share = (count: number) =>
    found.both === 0
      ? '–'
      : text('observation:agreement.share', {
          ...{ count, both: found.both, percent: formatPercent(count / found.both) },
        })
  return (
    <Section title={title} hint={text('observation:agreement.hint')}>
      <Facts
        rows={[
          { label: text('observation:agreement.same'), value: share(found.same) },
          { label: text('observation:agreement.near'), value: share(found.near) },
          {
            label: text('observation:agreement.notSeen'),
            value: text('observation:agreement.notSeenCounts', {
              one: found.onlyOneSaw,
              neither: found.neitherSaw,
            }),
          },
          {
            label: text('observation:agreement.kappa'),
            value:
              found.kappa === null
                ? text('observation:agreement.fewJudgements', { least: leastJudgements })
                : figureText(found.kappa),
          },
          {
            label: text('observation:agreement.icc'),
            value:
              found.icc === null
                ? text('observation:agreement.fewOccasions', { least: leastOccasions })
                : figureText(found.icc),
          },
        ]}
      />
    </Section>
  )
}

function figureText<Value>(result: Result<Value>): string {
  if (!result.ok || result.estimate === null) return text('observation:agreement.noFigure')
  const value = formatNumber(result.estimate.value, 2)
  return result.interval === null
    ? value
    : text('observation:agreement.interval', {
        ...{ value, low: formatNumber(result.interval.low, 2) },
        high: formatNumber(result.interval.high, 2),
      })
}

function Differences({
  code,
  found,
  names: [first, second],
}: {
  readonly code: string
  readonly found: SheetAgreement
  readonly names: readonly [string, string]
}) {
  const language = currentLanguage()
  const items = findChecklist(code)?.items ?? []
  type Row = SheetAgreement['differences'][number]
  const columns: readonly Column<Row>[] = [
    {
      name: 'item',
      label: text('observation:agreement.item'),
      show: ({ itemId }) => items.find(({ id }) => id === itemId)?.look[language] ?? itemId,
    },
    { name: 'first', label: first, show: (row) => ratingText(row.first) },
    { name: 'second', label: second, show: (row) => ratingText(row.second) },
  ]
  return (
    <Section
      title={text('observation:agreement.differences')}
      hint={text('observation:agreement.differencesHint')}
    >
      {found.differences.length === 0 ? (
        <Text>{text('observation:agreement.noDifference')}</Text>
      ) : (
        <DataTable
          caption={text('observation:agreement.differences')}
          columns={columns}
          rows={found.differences}
          keyOf={({ itemId }) => itemId}
        />
      )}
    </Section>
  )
}
