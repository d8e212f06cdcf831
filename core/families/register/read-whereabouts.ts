// Where a parent is, as the register says it; what it does not say is not claimed.
import type { Migration } from '../migration.ts'
import { holdsSituation, saysNobody } from './read-name.ts'
import { readPlace } from './read-place.ts'
import { isDead, readRhythm } from './read-words.ts'
import type { Target } from './register-columns.ts'
import { note, readDate, readPlain, type Reading } from './register-reading.ts'
import type { RegisterAdult } from './register-row.ts'

export interface Whereabouts {
  readonly away: RegisterAdult['away']
  /** The register says that this person is not away. */
  readonly atHome: boolean
  readonly dead: boolean
}

type Parent = 'father' | 'mother'
type Told = Pick<Migration, 'since' | 'returnRhythm'>

const notSaid: Whereabouts = { away: null, atHome: false, dead: false }

export function readWhereabouts(reading: Reading, who: Parent): Whereabouts {
  const since = readDate(reading, `${who}.awaySince`)
  const rhythmText = readPlain(reading, `${who}.returnRhythm`)
  const rhythm = rhythmText === '' ? 'unknown' : readRhythm(rhythmText)
  if (rhythm === null) note(reading, `${who}.returnRhythm`, 'rhythmUnknown')
  const told = { since, returnRhythm: rhythm ?? 'unknown' }
  const own = readPlain(reading, `${who}.workPlace`)
  if (own !== '') return readPlaceCell(reading, `${who}.workPlace`, own, told)
  const shared = readSharedPlace(reading, who)
  if (shared !== null) return readPlaceCell(reading, shared.target, shared.words, told)
  const isAway = since !== null || told.returnRhythm !== 'unknown'
  return isAway ? { ...notSaid, away: stayOf(told) } : notSaid
}

function stayOf(told: Told, province = '', city = ''): NonNullable<RegisterAdult['away']> {
  return { province, city, ...told, acrossTownship: true }
}

function readPlaceCell(reading: Reading, target: Target, text: string, told: Told): Whereabouts {
  if (isDead(text)) return { ...notSaid, dead: true }
  const place = readPlace(text)
  if (place.at === 'home') return { ...notSaid, atHome: true }
  if (saysNobody(text) || holdsSituation(text)) {
    note(reading, target, 'placeNotSaid', 'look', text)
    return notSaid
  }
  if (place.at === 'unknown') {
    note(reading, target, 'placeUnknown')
    return { ...notSaid, away: stayOf(told) }
  }
  const { province, city, cut } = place
  if (cut) note(reading, target, 'placeCut', 'look', `${province}${city}`)
  return { ...notSaid, away: stayOf(told, province, city) }
}

interface SharedPlace {
  readonly target: Target
  readonly words: string
}

const labels: Readonly<Record<Parent, RegExp>> = {
  father: /^(父亲?|爸爸?)(?!母|妈)[:：]?在?/u,
  mother: /^(母亲?|妈妈?)[:：]?在?/u,
}
const bothLabel = /^(父母|爸妈|双方|夫妻|两人)?(双方|两人)?(都|均|同|一起|共同)?在?/u

/** One column for two people: only what it says of whom is taken. */
function readSharedPlace(reading: Reading, who: Parent): SharedPlace | null {
  const ofBoth = readPlain(reading, 'parents.workPlace')
  const target = ofBoth === '' ? 'oneParent.workPlace' : 'parents.workPlace'
  const text = ofBoth === '' ? readPlain(reading, target) : ofBoth
  if (text === '') return null
  const pieces = text.split(/[,，;；、/]|\s+(?=[父母爸妈])/u).map((piece) => piece.trim())
  const own = pieces.find((piece) => labels[who].test(piece))
  if (own !== undefined) return { target, words: own.replace(labels[who], '') }
  const isLabelled = pieces.some((piece) => labels.father.test(piece) || labels.mother.test(piece))
  if (isLabelled) return null
  if (ofBoth !== '' || /^(父母|爸妈|双方|夫妻|两人)|^(都|均)/u.test(text))
    return { target, words: text.replace(bothLabel, '') }
  if (who === 'father') note(reading, target, 'whoseWorkPlace', 'look', text)
  return null
}
