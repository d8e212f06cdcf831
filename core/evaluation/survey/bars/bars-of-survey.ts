// Which figures a survey has: one of the answers to the questions of a scale, one of a single question, one by groups.
import { listCategories } from '../../../inquiry/cross-table/cross-axis.ts'
import type { Item, ResponseSet } from '../../../inquiry/scale.ts'
import { writeShare, type Wording } from '../../write-numbers.ts'
import { wordItem } from '../../findings/word-item.ts'
import type { ShownCrossTable } from '../hide-cross-table.ts'
import type { ShownItemCounts } from '../hide-item-counts.ts'
import { nameAxisFor, type CrossedInstrument } from '../name-axis.ts'
import type { TableNames } from '../word-cross-table.ts'
import type { BarRow, Bars } from './draw-bars.ts'

/** Questions of one picture: more do not stand on half a page. */
const mostRows = 12

export interface CountedItem extends ShownItemCounts {
  readonly answered: number
}

/**
 * The answers in figures, in the order of the questionnaire: questions that share three to seven answers in order lie under each
 * other around the middle answer, every other closed question has a bar for each answer.
 */
export function listItemBars(
  instrument: CrossedInstrument,
  counted: readonly CountedItem[],
  wording: Wording,
): readonly Bars[] {
  const drawn = new Set<string>()
  return instrument.items.flatMap((item): readonly Bars[] => {
    if (drawn.has(item.id)) return []
    const alike = listAlike(instrument, item)
    const left = alike.filter(({ id }) => !drawn.has(id))
    const some = alike.length > 1 ? left.slice(0, rowsEach(alike.length)) : [item]
    for (const { id } of some) drawn.add(id)
    const found = some.flatMap((one) => {
      const own = counted.find(({ itemId }) => itemId === one.id)
      return own === undefined || own.answered === 0 ? [] : [{ item: one, own }]
    })
    const [first] = found
    if (first === undefined) return []
    return alike.length > 1
      ? [barsOfAlike(instrument, found, wording)]
      : [barsOfOne(instrument, first.item, first.own, wording)]
  })
}

/** Pictures of about the same height: 25 questions are 9, 9 and 7, never 12, 12 and 1. */
function rowsEach(count: number): number {
  return Math.ceil(count / Math.ceil(count / mostRows))
}

function setOf({ responseSets }: CrossedInstrument, { response }: Item): ResponseSet | null {
  return response.kind === 'choice' || response.kind === 'multi'
    ? (responseSets.find(({ id }) => id === response.set) ?? null)
    : null
}

function listAlike(instrument: CrossedInstrument, item: Item): readonly Item[] {
  const set = setOf(instrument, item)
  const count = listCategories(instrument, item)?.length ?? 0
  if (item.response.kind !== 'choice' || set === null || count < 3 || count > 7) return [item]
  return instrument.items.filter(
    ({ response }) => response.kind === 'choice' && response.set === set.id,
  )
}

interface Counted {
  readonly item: Item
  readonly own: CountedItem
}

function barsOfAlike(
  instrument: CrossedInstrument,
  found: readonly Counted[],
  wording: Wording,
): Bars {
  const { translate } = wording
  const [first] = found
  const names = namesOf(instrument, first?.item ?? null, wording)
  const values = first === undefined ? [] : first.own.counts.map(({ value }) => String(value))
  const rows = found.map(({ item, own }) => ({
    label: wordItem(item, wording),
    end: endOf(own.answered, wording),
    shares: own.counts.map(({ share }) => share),
  }))
  const around = values.length % 2 === 1 ? 'centred' : 'centredEven'
  const hides = rows.some(({ shares }) => shares.includes(null))
  return describeBars(
    {
      title: translate('evaluation:crossTable.scaleBars'),
      hint: translate(`evaluation:crossTable.${hides ? 'dashed' : around}`),
      answers: values.map(names),
      pictures: first === undefined ? 'none' : (setOf(instrument, first.item)?.pictures ?? 'none'),
      // Around a middle that is not shown nothing can lie.
      kind: hides ? 'stacked' : 'centred',
      rows,
    },
    wording,
  )
}

function barsOfOne(
  instrument: CrossedInstrument,
  item: Item,
  own: CountedItem,
  wording: Wording,
): Bars {
  const names = namesOf(instrument, item, wording)
  const { translate } = wording
  const isSeveral = item.response.kind === 'multi'
  return describeBars(
    {
      title: translate('evaluation:crossTable.barsOf', { title: wordItem(item, wording) }),
      hint: [
        endOf(own.answered, wording),
        isSeveral ? translate('evaluation:crossTable.severalKey') : '',
      ]
        .join('    ')
        .trim(),
      answers: own.counts.map(({ value }) => names(String(value))),
      pictures: 'none',
      kind: 'apart',
      rows: own.counts.map(({ value, share }) => ({
        label: names(String(value)),
        end: '',
        shares: [share],
      })),
    },
    wording,
  )
}

/** A question by groups: a bar for each group; null where people stand in several answers or nothing may be shown. */
export function barsOfCross(
  table: ShownCrossTable,
  names: TableNames,
  pictures: ResponseSet['pictures'],
  wording: Wording,
): Bars | null {
  if (table.test.kind === 'none' && table.test.because === 'several') return null
  const { rows, columns, counts } = table
  const groups = columns.categories.flatMap((key, column): readonly BarRow[] => {
    const total = columns.totals[column] ?? null
    if (total === null || total === 0) return []
    return [
      {
        label: names.columns.category(key),
        end: endOf(total, wording),
        shares: rows.categories.map((_, row) => {
          const count = counts[row]?.[column] ?? null
          return count === null ? null : count / total
        }),
      },
    ]
  })
  if (groups.length === 0) return null
  return describeBars(
    {
      title: wording.translate('evaluation:crossTable.barsBy', {
        rows: names.rows.title,
        columns: names.columns.title,
      }),
      hint: groups.some(({ shares }) => shares.includes(null))
        ? wording.translate('evaluation:crossTable.dashed')
        : '',
      answers: rows.categories.map(names.rows.category),
      pictures,
      kind: 'stacked',
      rows: groups,
    },
    wording,
  )
}

function namesOf(
  instrument: CrossedInstrument,
  item: Item | null,
  wording: Wording,
): (key: string) => string {
  if (item === null) return (key) => key
  return nameAxisFor({ by: 'item', itemId: item.id }, instrument, new Map(), wording).category
}

function endOf(n: number, { translate, language }: Wording): string {
  return translate('evaluation:crossTable.answered', { n: n.toLocaleString(language) })
}

/** The same in words, for whoever cannot see the picture. */
function describeBars(bars: Omit<Bars, 'description'>, wording: Wording): Bars {
  const { translate } = wording
  const gap = translate('evaluation:describe.listGap')
  const hidden = translate('evaluation:school.hidden')
  const write = (share: number | null): string => (share === null ? hidden : writeShare(share))
  const rows = bars.rows.map(({ label, shares }) =>
    translate('evaluation:crossTable.altRow', {
      label,
      parts:
        bars.kind === 'apart'
          ? shares.map(write).join(gap)
          : shares.map((share, at) => `${bars.answers[at] ?? ''} ${write(share)}`).join(gap),
    }),
  )
  return {
    ...bars,
    description: translate('evaluation:crossTable.alt', {
      title: bars.title,
      rows: rows.join(wording.language === 'en' ? '. ' : '。'),
    }),
  }
}
