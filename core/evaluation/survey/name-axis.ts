import { listCategories, type CrossAxis } from '../../inquiry/cross-table/cross-axis.ts'
import { isTogether } from '../../inquiry/cross-table/cross-table.ts'
import type { Instrument } from '../../inquiry/instrument.ts'
import { readWords } from '../../inquiry/words.ts'
import { wordItem } from '../findings/word-item.ts'
import type { Wording } from '../write-numbers.ts'

export type CrossedInstrument = Pick<Instrument, 'items' | 'sections' | 'responseSets'>

export interface AxisNames {
  readonly title: string
  readonly category: (key: string) => string
}

/** What people read at a side of a cross-table: the question, the background's own name, the waves by their titles. */
export function nameAxisFor(
  axis: CrossAxis,
  instrument: CrossedInstrument,
  waves: ReadonlyMap<string, string>,
  wording: Wording,
): AxisNames {
  const { translate } = wording
  const label = (key: string): string =>
    isTogether(key) ? translate('evaluation:cross.together') : key
  switch (axis.by) {
    case 'group':
      return { title: translate('evaluation:school.class'), category: label }
    case 'extra':
      return { title: axis.name, category: label }
    case 'wave':
      return {
        title: translate('evaluation:crossTable.wave'),
        category: (key) => waves.get(key) ?? key,
      }
    case 'item':
      return nameQuestion(axis.itemId, instrument, wording)
  }
}

function nameQuestion(itemId: string, instrument: CrossedInstrument, wording: Wording): AxisNames {
  const item = instrument.items.find(({ id }) => id === itemId)
  if (item === undefined) return { title: itemId, category: (key) => key }
  const { response } = item
  const set =
    'set' in response ? instrument.responseSets.find(({ id }) => id === response.set) : undefined
  return {
    title: wordItem(item, wording),
    category: (key) => {
      const option = set?.options.find(({ value }) => String(value) === key)
      const words = option === undefined ? '' : readWords(option.label, wording.language)
      return words === '' ? key : words
    },
  }
}

const backgroundWords =
  /sex|gender|性别|男女|away|migrant|外出|打工|留守|care|guardian|监护|照顾|带大|同住|在家/i

/**
 * What a village asks of a survey first: every closed question by who is away, who cares and sex, as far as it was asked; where
 * none of these is known by its name, by the first background. All questions by one background come before the next: whoever
 * takes the first few has whole answers. Each pair once, a question never by itself.
 */
export function chooseUsualTables(
  axes: readonly CrossAxis[],
  instrument: CrossedInstrument,
  most: number,
): readonly { readonly rows: CrossAxis; readonly columns: CrossAxis }[] {
  const named = axes.filter((axis) => backgroundWords.test(searchText(axis, instrument)))
  const first = axes.filter(({ by }) => by !== 'item').slice(0, 1)
  const sides = (named.length > 0 ? named : first).slice(0, 4)
  const questions = axes.filter((axis) => axis.by === 'item' && !sides.includes(axis))
  return sides.flatMap((columns) => questions.map((rows) => ({ rows, columns }))).slice(0, most)
}

/** A background question has few answers; a long scale about being away is no background. */
function searchText(axis: CrossAxis, instrument: CrossedInstrument): string {
  if (axis.by === 'extra') return axis.name
  const item =
    axis.by === 'item' ? instrument.items.find(({ id }) => id === axis.itemId) : undefined
  if (item === undefined) return ''
  const isShared = 'set' in item.response && countSharing(instrument, item.response.set) > mostAlike
  const options = listCategories(instrument, item)?.length ?? 0
  if (isShared || options > 8) return ''
  return `${item.id} ${item.text?.['zh-CN'] ?? ''} ${item.text?.en ?? ''}`
}

/** Questions that share their options with several others are items of a scale. */
const mostAlike = 2

function countSharing({ items }: CrossedInstrument, set: string): number {
  return items.filter(({ response }) => 'set' in response && response.set === set).length
}
