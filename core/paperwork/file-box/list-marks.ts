import { callings, listPetNames, listTitledNames, waysToWrite } from '../../families/name-forms.ts'
import type { Mark } from './file-box.ts'
import type { FileBoxInput } from './file-box-input.ts'

/** Every way to write a day that people use in a text. */
function waysToWriteDay(day: string): readonly string[] {
  const [year = '', month = '', date = ''] = day.split('-')
  const short = [month, date].map((part) => String(Number(part)))
  const long = [month, date]
  return [long, short].flatMap(([m = '', d = '']) => [
    ...['-', '/', '.'].map((gap) => [year, m, d].join(gap)),
    ...['/', '.'].map((gap) => [d, m, year].join(gap)),
    `${year}年${m}月${d}日`,
    ...(m.length === 2 ? [`${year}${m}${d}`] : []),
  ])
}

interface Words {
  readonly labelOf: (personId: string) => string
  readonly someone: string
  readonly day: string
  readonly place: string
  readonly school: string
  readonly number: string
}

/** Fewer are a room or a year, not a telephone. */
const fewestDigits = 5

/** Where recorded people and places are read from. */
type Recorded = Pick<FileBoxInput, 'staff' | 'families' | 'people' | 'seats'>

type Add = (text: string, shown: string, kind?: Mark['kind']) => void

/**
 * PAP-10: what is recorded about the group's families and must not stand in the box: names, names used in the room, usual pet
 * names and titles with a surname, numbers to call, birth dates, villages, townships and schools. A word
 * that means two people stands for neither. Staff keep their names.
 */
export function listMarks(input: Recorded, words: Words): readonly Mark[] {
  const found = new Map<string, Mark>()
  const add: Add = (text, shown, kind = 'word') => {
    const hidden = text.trim()
    if ([...hidden].length < 2 || callings.has(hidden.toLowerCase())) return
    const before = found.get(hidden)
    // What is recorded is known; a guess never takes its place.
    if (before !== undefined && kind === 'guess' && before.kind !== 'guess') return
    const same =
      before === undefined ||
      before.shown === shown ||
      (before.kind === 'guess' && kind !== 'guess')
    found.set(hidden, { hidden, kind, shown: same ? shown : words.someone })
  }
  // A colleague's whole name goes before a given name inside it.
  for (const { name } of input.staff) add(name, name)
  for (const { village, township } of input.families)
    for (const place of [village, township]) add(place, words.place)
  for (const person of input.people) markPerson(person, input, words, add)
  return [...found.values()]
}

function markPerson(
  person: FileBoxInput['people'][number],
  { seats }: Recorded,
  words: Words,
  add: Add,
): void {
  const { id, name, school, hukouPlace, phone, bornOn } = person
  add(school, words.school)
  add(hukouPlace, words.place)
  for (const number of phone.split(/[^\d\s+-]+/)) {
    const digits = number.replaceAll(/\D/g, '')
    if (digits.length >= fewestDigits) add(digits, words.number, 'number')
  }
  for (const day of bornOn === null ? [] : waysToWriteDay(bornOn)) add(day, words.day, 'day')
  const inTheRoom = seats.flatMap((seat) => (seat.personId === id ? [seat.displayName] : []))
  for (const known of [name, ...inTheRoom])
    for (const way of waysToWrite(known)) add(way, words.labelOf(id))
  for (const pet of listPetNames(name)) add(pet, words.labelOf(id), 'guess')
  for (const titled of listTitledNames(name)) add(titled, words.someone, 'guess')
}
