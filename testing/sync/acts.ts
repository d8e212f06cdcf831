// Dice for what people do: which record, which field, which value. Small ranges, so that they often meet.
import { isJsonArray, isJsonObject, type Json, type JsonObject } from '../../core/kit/json.ts'
import {
  caseKindByName,
  circle,
  house,
  notice,
  turn,
  turnIdOf,
  visit,
  visitIdOf,
} from '../../core/sync/cases/kinds.ts'
import type { Draft, LocalEntry } from '../../core/sync/device.ts'
import type { Kind } from '../../core/sync/kind.ts'
import { memberIds } from './members.ts'
import type { Act } from './person.ts'
import type { Random } from './random.ts'

type Shown = readonly LocalEntry[]

export function rollEdit(entry: LocalEntry, random: Random): Act | null {
  const kind = caseKindByName(entry.kind)
  if (kind === null || entry.removed) return null
  return act(kind, 'edit', entry, patchOf(entry, random))
}

function act(
  kind: Kind,
  verb: string,
  before: LocalEntry,
  fields: JsonObject,
  input: JsonObject = {},
): Act {
  return { draft: { kind, recordId: before.id, verb, input, fields }, before }
}

function text(random: Random): string {
  return `text ${random.int(5)}`
}

function day(random: Random): string {
  return `2026-03-0${1 + random.int(4)}`
}

function patchOf(entry: LocalEntry, random: Random): JsonObject {
  const { fields } = entry
  switch (entry.kind) {
    case house.name:
      return (
        random.pick<() => JsonObject>([
          () => ({ name: text(random) }),
          () => ({ note: text(random) }),
          () => ({ marks: withKey(fields['marks'], random) }),
          () => ({ startsOn: day(random), endsOn: '2026-04-01' }),
          () => ({ startsOn: '2026-02-01', endsOn: day(random) }),
          () => ({ startsOn: day(random), endsOn: day(random) }),
        ])?.() ?? {}
      )
    case visit.name:
      return (
        random.pick<() => JsonObject>([
          () => ({ note: text(random) }),
          () => ({ mood: random.chance(0.2) ? null : 1 + random.int(5) }),
          () => ({ ticks: toggled(fields['ticks'], `tick ${random.int(3)}`) }),
        ])?.() ?? {}
      )
    case circle.name:
      return random.chance(0.5) ? { name: text(random) } : { place: text(random) }
    case turn.name:
      return (
        random.pick<() => JsonObject>([
          () => ({ note: text(random) }),
          () => ({ presence: random.pick(['present', 'remote', 'absent']) ?? null }),
          () => ({ points: withKey(fields['points'], random) }),
        ])?.() ?? {}
      )
    default:
      return random.chance(0.5) ? { title: text(random) } : { body: text(random) }
  }
}

/** The same fields with another text or number for the second of two authors. */
export function varied(fields: JsonObject, turn: number): JsonObject {
  const [field, value] = Object.entries(fields)[0] ?? []
  if (turn === 0 || field === undefined) return fields
  if (typeof value === 'string' && value.startsWith('text'))
    return { ...fields, [field]: `${value} too` }
  return typeof value === 'number' ? { ...fields, [field]: 1 + (value % 5) } : fields
}

function withKey(map: Json | undefined, random: Random): JsonObject {
  const kept: Record<string, Json> = isJsonObject(map) ? { ...map } : {}
  const key = `key ${random.int(3)}`
  if (random.chance(0.2)) delete kept[key]
  else kept[key] = random.int(4)
  return kept
}

function toggled(set: Json | undefined, name: string): Json {
  const names = isJsonArray(set) ? set : []
  return names.includes(name) ? names.filter((other) => other !== name) : [...names, name]
}

/** Grants or takes back somebody's right to a family or group. */
export function rollAssignment(shown: Shown, random: Random): Act | null {
  const root = random.pick(
    shown.filter(
      (entry) => !entry.removed && (entry.kind === house.name || entry.kind === circle.name),
    ),
  )
  const member = random.pick(memberIds.slice(1))
  if (root === undefined || member === undefined) return null
  return root.kind === house.name
    ? act(house, 'edit', root, { staff: toggled(root.fields['staff'], member) })
    : act(circle, 'edit', root, { team: toggled(root.fields['team'], member) })
}

export function rollVerb(shown: Shown, random: Random): Act | null {
  const root = random.pick(shown.filter((entry) => !entry.removed && entry.kind === house.name))
  if (root === undefined) return null
  const verb = random.pick(['call', 'call', 'call', 'close', 'reopen', 'reopen']) ?? 'call'
  return act(house, verb, root, {}, verb === 'call' ? { times: 1 + random.int(3) } : {})
}

export function rollRemoval(shown: Shown, random: Random): Act | null {
  const entry = random.pick(shown.filter(({ removed, kind }) => !removed && kind !== house.name))
  const kind = entry && caseKindByName(entry.kind)
  return entry && kind ? act(kind, 'remove', entry, {}) : null
}

/** New records; visits and turns have natural keys, so two devices often make the same one. */
export function rollCreation(shown: Shown, staffId: string, random: Random): Act | null {
  const there = (kind: Kind): LocalEntry | undefined =>
    random.pick(shown.filter((entry) => entry.kind === kind.name && !entry.removed))
  const home = there(house)
  const group = there(circle)
  switch (random.int(7)) {
    case 0:
      return create(house, random.id(), {
        name: text(random),
        staff: [staffId],
        marks: { 'key 0': 1 },
      })
    case 1:
      return create(circle, random.id(), { name: text(random), team: [staffId] })
    case 2:
      return create(notice, random.id(), { title: text(random) })
    case 3:
    case 4:
      if (group === undefined || home === undefined) return null
      return create(turn, turnIdOf(group.id, home.id), {
        circleId: group.id,
        houseId: home.id,
        note: text(random),
      })
    default: {
      if (home === undefined) return null
      const on = day(random)
      return create(visit, visitIdOf(home.id, on), {
        houseId: home.id,
        day: on,
        note: text(random),
        ticks: [`tick ${random.int(3)}`],
      })
    }
  }
}

function create(kind: Kind, recordId: string, fields: JsonObject): Act {
  const draft: Draft = { kind, recordId, verb: 'create', input: {}, fields }
  return { draft, before: null }
}

/** A person chooses one author's values, or lets what stands stand; all fields of that author together. */
export function rollResolution(shown: Shown, random: Random): Act | null {
  const entry = random.pick(
    shown.filter(({ conflicts, removed }) => conflicts.length > 0 && !removed),
  )
  const kind = entry && caseKindByName(entry.kind)
  const offer = random.pick(entry?.conflicts.flatMap(({ offers }) => offers) ?? [])
  if (entry === undefined || kind === null || kind === undefined || offer === undefined) return null
  const judged = entry.conflicts.filter(({ offers }) =>
    offers.some(({ changeId }) => changeId === offer.changeId),
  )
  const takesOffer = random.chance(0.6)
  const fields: Record<string, Json> = {}
  for (const { field, offers } of judged) {
    const [root = '', key] = field.split('.')
    const map = entry.fields[root]
    const present = key !== undefined && isJsonObject(map) ? map[key] : entry.fields[field]
    fields[field] = takesOffer
      ? (offers.find(({ changeId }) => changeId === offer.changeId)?.value ?? null)
      : (present ?? null)
  }
  const seen = judged.flatMap(({ offers }) => offers.map(({ changeId }) => changeId))
  return act(kind, 'resolve', entry, fields, { seen })
}
