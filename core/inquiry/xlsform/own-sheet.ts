// What a form of other tools has no place for travels in a sheet of its own, which other tools pass over.
import { fieldsAsJson } from '../../kit/json-parse.ts'
import { isJsonObject, type JsonObject } from '../../kit/json.ts'
import { pictures as pictureIds } from '../../kit/pictures.ts'
import { showCell, type Table } from '../../kit/table.ts'
import { instrument, type Instrument } from '../instrument.ts'
import type { Item, ResponseSet } from '../item.ts'
import { readOwnJson } from './own-json-parse.ts'

const wholeParts = [
  'title',
  'description',
  'instructions',
  'languages',
  'respondent',
  'target',
  'ages',
  'readAloud',
  'entry',
  'mirrorOf',
  'subscales',
  'total',
  'licence',
  'provenance',
  'validation',
] as const

/** Rows of a name and its value: the instrument's own parts, then `item.<id>`, then `set.<id>`. */
export function writeOwnSheet(shown: Instrument): readonly (readonly string[])[] {
  const plain = fieldsAsJson(shown)
  return [
    ['name', 'value'],
    ...wholeParts.map((name) => [name, JSON.stringify({ is: plain[name] })]),
    ...shown.items.map((item) => [`item.${item.id}`, JSON.stringify(partsOfItem(item))]),
    ...shown.responseSets.map((set) => [
      `set.${set.id}`,
      JSON.stringify({
        pictures: set.pictures,
        named: set.options.length > 0,
        drawn: drawnOf(set),
      }),
    ]),
  ]
}

/** The option's value → its picture. */
function drawnOf({ options }: ResponseSet): JsonObject {
  return Object.fromEntries(
    options.flatMap(({ value, picture }) => (picture === null ? [] : [[String(value), picture]])),
  )
}

function partsOfItem({ number, reversed, mirror, text, response }: Item): JsonObject {
  return {
    number,
    reversed,
    mirror,
    worded: text !== null,
    unit: response.kind === 'number' ? response.unit : '',
  }
}

/** Puts back what was written; what does not fit the form any more is passed over. */
export function takeOwnSheet(table: Table | undefined, made: Instrument): Instrument {
  if (table === undefined) return made
  const rows = new Map(table.rows.map((cells) => [showCell(cells[0]), longText(cells[1])] as const))
  const own = (name: string) => readOwnJson(rows.get(name))
  const whole = Object.fromEntries(
    wholeParts.flatMap((name) => {
      const value = own(name)?.['is']
      return value === undefined ? [] : [[name, value]]
    }),
  )
  const fields = fieldsAsJson({
    ...made,
    ...whole,
    items: made.items.map((item) => itemWith(item, own(`item.${item.id}`))),
    responseSets: made.responseSets.map((set) => setWith(set, own(`set.${set.id}`))),
  })
  const fits = instrument.parse(fields)
  return fits.ok ? instrument.read(fits.value) : made
}

function longText(cell: Table['rows'][number][number] | undefined): string {
  return cell?.kind === 'text' ? cell.text : showCell(cell)
}

function itemWith(item: Item, own: JsonObject | null) {
  if (own === null) return item
  const { number, reversed, mirror, worded, unit } = own
  const { response } = item
  return {
    ...item,
    ...(number === undefined ? {} : { number }),
    ...(reversed === undefined ? {} : { reversed }),
    ...(mirror === undefined ? {} : { mirror }),
    ...(worded === false ? { text: null } : {}),
    ...(response.kind === 'number' && typeof unit === 'string'
      ? { response: { ...response, unit } }
      : {}),
  }
}

function setWith(set: ResponseSet, own: JsonObject | null) {
  if (own === null) return set
  const { pictures, named } = own
  const drawn = isJsonObject(own['drawn']) ? own['drawn'] : {}
  return {
    ...set,
    ...(pictures === undefined ? {} : { pictures }),
    options:
      named === false
        ? []
        : set.options.map((option) => ({
            ...option,
            picture: pictureIds.find((id) => id === drawn[String(option.value)]) ?? null,
          })),
  }
}
