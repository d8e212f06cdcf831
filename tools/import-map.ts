// The map of floors and rooms, and what is said when an import crosses it.
import { isTest } from './sources.ts'

export type ImportBreach = { rule: string; message: string }

/** Left to right: a room of core may import itself and what stands in its list. */
const beforeGroupwork = ['kit', 'sync', 'access', 'families', 'inquiry', 'contact', 'assessment']
const leftOf: ReadonlyMap<string, readonly string[]> = new Map([
  ['kit', []],
  ['sync', ['kit']],
  ['access', ['kit', 'sync']],
  ['families', ['kit', 'sync', 'access']],
  ['inquiry', ['kit', 'sync', 'access', 'families']],
  ['contact', ['kit', 'sync', 'access', 'families', 'inquiry']],
  ['assessment', ['kit', 'sync', 'access', 'families', 'inquiry', 'contact']],
  ['groupwork', beforeGroupwork],
  ['casework', beforeGroupwork],
  ['safety', [...beforeGroupwork, 'groupwork', 'casework']],
  ['evaluation', [...beforeGroupwork, 'groupwork', 'casework', 'safety']],
  ['paperwork', [...beforeGroupwork, 'groupwork', 'casework', 'safety', 'evaluation']],
])

const order =
  'kit ← sync ← access ← families ← inquiry ← contact ← assessment ← groupwork | casework ← safety ← evaluation ← paperwork'

const rooms = new Set([...leftOf.keys()].filter((name) => name !== 'kit' && name !== 'sync'))

/** What a floor may import besides itself. content holds data, never code. */
const floorMay: ReadonlyMap<string, readonly string[]> = new Map([
  ['statistics', []],
  ['core', ['statistics']],
  ['server', ['core', 'statistics', 'content']],
  ['desk', ['core', 'statistics', 'content']],
  ['family', ['core', 'statistics', 'content']],
  ['tools', []],
])

const outerFloors = new Set(['testing', 'e2e', 'bench', 'tools'])

function floorOf(path: string): string {
  return path.split('/')[0] ?? ''
}

/** The folder inside the floor; files directly on a floor are in no room. */
function roomOf(path: string): string {
  return path.split('/').length > 2 ? (path.split('/')[1] ?? '') : ''
}

/** Is this import allowed between the floors? */
export function floorMessage(from: string, to: string): ImportBreach | undefined {
  const [floor, other] = [floorOf(from), floorOf(to)]
  if (isTest(to) && !isTest(from) && !outerFloors.has(floor)) return outerMessage(from, 'tests')
  if (floor === other) return undefined
  if (to.startsWith('..')) {
    return { rule: 'outside', message: 'this file is outside the repository.' }
  }
  if (outerFloors.has(other) && !outerFloors.has(floor)) return outerMessage(from, other)
  const may = floorMay.get(floor)
  if (may === undefined || may.includes(other)) return undefined
  if (floor === 'server' && other === 'family') return familyMessage(from)
  if (floor === 'core' || floor === 'statistics') {
    const allowed = floor === 'core' ? 'core and statistics' : 'statistics only'
    return {
      rule: `${floor}-alone`,
      message: `${floor} may import ${allowed}, not ${other || to}.`,
    }
  }
  if (floor === 'tools') {
    return { rule: 'tools-alone', message: 'tools judge the house, they do not import it.' }
  }
  return {
    rule: 'floors',
    message: `${floor} must not import ${other}; put what both need into core.`,
  }
}

function familyMessage(from: string): ImportBreach | undefined {
  if (from.startsWith('server/app/')) return undefined
  return { rule: 'family-app', message: 'only server/app imports family.' }
}

function outerMessage(from: string, other: string): ImportBreach | undefined {
  if (isTest(from) && other === 'testing') return undefined
  if (!from.includes('/')) return undefined
  return { rule: 'no-test-code', message: `what ships must not import ${other}.` }
}

/** Is this import allowed between the rooms of one floor? */
export function roomMessage(from: string, to: string): ImportBreach | undefined {
  const floor = floorOf(from)
  if (floor !== floorOf(to)) return undefined
  const [room, other] = [roomOf(from), roomOf(to)]
  if (room === other || room === '') return undefined
  if (floor === 'core') return coreMessage(room, other)
  if (floor !== 'server' && floor !== 'desk') return undefined
  if (room === 'app') return undefined
  if (other === 'app' || other === '') {
    return {
      rule: 'app-on-top',
      message: `app composes ${floor}/${room}; ${room} must not know it. Take it as an argument.`,
    }
  }
  if (!rooms.has(other)) return undefined
  return {
    rule: 'room-to-room',
    message: `${floor}/${room} must not import ${floor}/${other}: go through core, or let ${floor}/app compose them.`,
  }
}

function coreMessage(room: string, other: string): ImportBreach | undefined {
  const left = leftOf.get(room)
  if (left === undefined) {
    return { rule: 'core-order', message: `core/${room} is not a room; the rooms are ${order}.` }
  }
  if (left.includes(other)) return undefined
  return {
    rule: 'core-order',
    message: `core/${room} must not import core/${other || '(a file beside the rooms)'}. Only to the left: ${order}.`,
  }
}
