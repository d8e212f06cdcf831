import { NativeSelect, Text } from '@mantine/core'
import { useEffect, useState } from 'react'
import type { SplitBy, SubgroupRow } from '../../../core/inquiry/compare-subgroups.ts'
import { smallGroupsTogether } from '../../../core/inquiry/fold-small-groups.ts'
import { findScale } from '../../../core/inquiry/score-sheet.ts'
import type { Instrument } from '../../../core/inquiry/instrument.ts'
import { formatList, formatNumber, Section, text, Scrolling } from '../../kit/index.ts'
import styles from '../inquiry.module.css'
import { showWords } from '../words.ts'
import { figure } from './scale-table.tsx'
import type { ScaleSubgroups } from './summary-messages.ts'
import type { SummaryState } from './use-summary.ts'

export interface SubgroupTableProps {
  readonly instrument: Instrument
  readonly summary: SummaryState
  readonly splits: readonly SplitBy[]
  /** Whether somebody outside the team reads it (EVA-26). */
  readonly outside: boolean
}

const noRows: readonly ScaleSubgroups[] = []

/** The scores by one background column; described first, tested second. */
export function SubgroupTable({ instrument, summary, splits, outside }: SubgroupTableProps) {
  const [chosen, setChosen] = useState('')
  const split = splits.find((one) => nameOf(one) === chosen) ?? null
  const { subgroups, askSplit } = summary
  const ready = summary.state === 'done'
  useEffect(() => {
    if (split !== null && ready) askSplit(split, outside)
  }, [split, askSplit, ready, outside])
  const known = split !== null && subgroups !== null && nameOf(subgroups.split) === nameOf(split)
  const rows = known ? subgroups.rows : noRows
  if (splits.length === 0) return null
  const title = text('inquiry:survey.subgroups')
  return (
    <Section title={title} hint={text('inquiry:survey.subgroupsHint')}>
      <NativeSelect
        label={text('inquiry:survey.splitBy')}
        value={chosen}
        onChange={(event) => setChosen(event.currentTarget.value)}
        data={[
          { value: '', label: text('inquiry:survey.noSplit') },
          ...splits.map((one) => ({ value: nameOf(one), label: labelText(one) })),
        ]}
      />
      {split !== null && (
        <Scrolling label={title}>
          <table className={styles.numbers}>
            <thead>
              <tr>
                <th scope="col">{text('inquiry:survey.scale')}</th>
                <th scope="col" className={styles.words}>
                  {labelText(split)}
                </th>
                <th scope="col">{text('inquiry:survey.n')}</th>
                <th scope="col">{text('inquiry:survey.mean')}</th>
                <th scope="col">{text('inquiry:survey.sd')}</th>
                <th scope="col" className={styles.words}>
                  {text('inquiry:survey.test')}
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map(({ scaleId, row }) => (
                <ScaleGroups key={scaleId} title={titleIn(instrument, scaleId)} row={row} />
              ))}
            </tbody>
          </table>
        </Scrolling>
      )}
      {(['together', 'hidden'] as const).map((where) => (
        <SmallGroups key={where} where={where} rows={rows} />
      ))}
      {rows.length > 1 && (
        <Text size="sm" c="gray.7">
          {text('inquiry:survey.manyTests', { count: rows.length })}
        </Text>
      )}
    </Section>
  )
}

/** Which groups are one row together, and which are not shown, in any of the scales. */
function SmallGroups({
  where,
  rows,
}: {
  readonly where: 'together' | 'hidden'
  readonly rows: readonly ScaleSubgroups[]
}) {
  const groups = [...new Set(rows.flatMap(({ row }) => row[where]))]
  return groups.length === 0 ? null : (
    <Text size="sm" c="gray.7">
      {text(`inquiry:survey.${where}`, { groups: formatList(groups) })}
    </Text>
  )
}

function titleIn(instrument: Instrument, scaleId: string): string {
  const words = findScale(instrument, scaleId)?.title
  const title = words === undefined ? '' : showWords(words)
  return title === '' ? scaleId : title
}

function nameOf(split: SplitBy): string {
  return split.by === 'group' ? 'group' : `extra ${split.name}`
}

function labelText(split: SplitBy): string {
  return split.by === 'group' ? text('inquiry:import.columnRole.group') : split.name
}

function nameRow(label: string): string {
  return label === smallGroupsTogether ? text('evaluation:cross.together') : label
}

function ScaleGroups({ title, row }: { readonly title: string; readonly row: SubgroupRow }) {
  return row.groups.map((group, index) => (
    <tr key={group.label}>
      {index === 0 && (
        <th scope="rowgroup" rowSpan={row.groups.length}>
          {title}
        </th>
      )}
      <td className={styles.words}>{nameRow(group.label)}</td>
      <td>{formatNumber(group.n)}</td>
      <td>{figure(group.mean)}</td>
      <td>{figure(group.sd)}</td>
      {index === 0 && (
        <td rowSpan={row.groups.length} className={styles.words}>
          {row.test === null ? '–' : testText(row)}
        </td>
      )}
    </tr>
  ))
}

function testText({ test, groups }: SubgroupRow): string {
  if (test === null) return ''
  const p =
    test.p < 0.001 ? text('inquiry:survey.pSmall') : text('inquiry:survey.p', { p: figure(test.p) })
  if (test.kind === 'welch')
    return text('inquiry:survey.welch', {
      first: nameRow(groups[0]?.label ?? ''),
      second: nameRow(groups[1]?.label ?? ''),
      difference: figure(test.difference),
      low: test.low === null ? '–' : figure(test.low),
      high: test.high === null ? '–' : figure(test.high),
      t: figure(test.t),
      df: formatNumber(test.df, 1),
      p,
    })
  return text(test.welch ? 'inquiry:survey.welchAnova' : 'inquiry:survey.anova', {
    f: figure(test.f),
    df1: formatNumber(test.df1),
    df2: formatNumber(test.df2, 1),
    eta: figure(test.etaSquared),
    p,
  })
}
