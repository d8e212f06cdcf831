import type { Pair } from '../../../families/pair.ts'
import type { DrawnPerson } from '../genogram/genogram.ts'
import { fitLines } from './fit-lines.ts'

/** Puts words of the person's language in: keys of the language files. */
export type Say = (
  key: `assessment:${string}` | `families:${string}`,
  values?: Readonly<Record<string, string | number>>,
) => string

const breadth = 8.9

/** What stands under a symbol: name, years, and for somebody away where, since when and how often back. */
export function labelPerson(person: DrawnPerson, say: Say): readonly string[] {
  if (person.unborn) return fitLines(say('assessment:drawing.unborn'), breadth, 1)
  return [
    ...fitLines(person.name, breadth, 2),
    ...fitLines(yearsOf(person), breadth, 1),
    ...(person.away === null ? [] : describeAway(person.away, say)),
    ...(person.caresFor ? fitLines(say('assessment:drawing.caresFor'), breadth, 1) : []),
  ]
}

/** Under somebody without a line: what they are to the child, or that nobody has said it. */
export function labelLoose(relation: Pair['relation'] | null, say: Say): readonly string[] {
  const words =
    relation === null ? say('assessment:drawing.unbound') : say(`families:relation.${relation}`)
  return fitLines(words, breadth, 2)
}

function yearsOf({ bornOn, dead, diedIn }: DrawnPerson): string {
  const born = bornOn?.slice(0, 4) ?? ''
  if (!dead) return born
  return born === '' && diedIn === null ? '' : `${born || '?'}–${diedIn?.slice(0, 4) ?? '?'}`
}

function describeAway(away: NonNullable<DrawnPerson['away']>, say: Say): readonly string[] {
  const place = [away.province, away.city].filter((part) => part !== '').join(' ')
  const since = away.since?.slice(0, 4)
  return [
    ...fitLines(place === '' ? say('assessment:drawing.away') : place, breadth, 2),
    ...(since === undefined
      ? []
      : fitLines(say('assessment:drawing.awaySince', { year: since }), breadth, 2)),
    ...(away.returnRhythm === 'unknown'
      ? []
      : fitLines(say(`families:rhythm.${away.returnRhythm}`), breadth, 2)),
  ]
}
