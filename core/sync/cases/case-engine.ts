// A server of one agency on Maps, for rule tests: everybody may do everything, unless a test says no.
import { deriveId } from '../../kit/ids.ts'
import { refusal } from '../../kit/outcome.ts'
import { applyBatch } from '../apply.ts'
import type { BatchAnswer, Change } from '../change.ts'
import type { Entry } from '../entry.ts'
import type { Gate, StorePort } from '../port.ts'
import { caseKindByName } from './kinds.ts'
import { createMemoryStore, type StoredState } from './memory-store.ts'

export const caseNow = '2026-03-02T01:00:00.000Z'
export const lin = deriveId('staff', 'Lin')
export const wu = deriveId('staff', 'Wu')
const phones = new Map([
  [lin, deriveId('phone', 'Lin')],
  [wu, deriveId('phone', 'Wu')],
])

export interface CaseEngine {
  readonly push: (...batch: readonly Change[]) => Promise<BatchAnswer>
  /** Several batches in one transaction, as a busy server applies them. */
  readonly pushTogether: (...batches: readonly (readonly Change[])[]) => Promise<void>
  readonly entry: (id: string) => Entry | undefined
  readonly state: () => StoredState
  /** Replaces the rights from now on: verb by record kind and actor. */
  allow: (actorId: string, kind: string, verb: string) => boolean
  /** Puts another store's habits over the store. */
  wrapPort: (port: StorePort) => StorePort
}

export function openCase(): CaseEngine {
  const store = createMemoryStore(deriveId('epoch'))
  const pushAll = async (batches: readonly (readonly Change[])[]): Promise<BatchAnswer[]> => {
    const { port: plain, commit } = store.begin(caseNow)
    const port = engine.wrapPort(plain)
    const answers: BatchAnswer[] = []
    for (const batch of batches) {
      const parts = { port, gate: gateOf(engine), kindByName: caseKindByName }
      answers.push(await applyBatch(parts, batch))
    }
    commit()
    return answers
  }
  const engine: CaseEngine = {
    push: async (...batch) => {
      const [answer] = await pushAll([batch])
      if (answer === undefined) throw new Error('Bug: no answer')
      return answer
    },
    pushTogether: async (...batches) => void (await pushAll(batches)),
    wrapPort: (port) => port,
    entry: (id) => [...store.state().entries.values()].find((entry) => entry.id === id),
    state: store.state,
    allow: () => true,
  }
  return engine
}

function gateOf(engine: CaseEngine): Gate {
  return {
    now: caseNow,
    today: caseNow.slice(0, 10),
    actorOf: async (staffId) => (phones.has(staffId) ? { agencyId: '', staffId, roles: [] } : null),
    allows: async (actor, kind, verb) =>
      engine.allow(actor.staffId, kind.name, verb) ? null : refusal('NotAllowed'),
  }
}

let made = 0

/** A change as a device would send it; the sequence counts over all of a test file. */
export function changeOf(
  change: Pick<Change, 'recordId' | 'kind' | 'verb'> & Partial<Change>,
): Change {
  made += 1
  const actorId = change.actorId ?? lin
  return {
    id: deriveId('change', String(made)),
    input: {},
    fields: {},
    bundle: null,
    deviceSeq: made,
    schemaVersion: 1,
    actorId,
    deviceId: phones.get(actorId) ?? deriveId('phone', 'stranger'),
    claimedAt: caseNow,
    ...change,
  }
}

export function recordId(name: string): string {
  return deriveId('record', name)
}

/** A family that both may work with. */
export function houseCreation(name: string, actorId: string = lin): Change {
  const fields = { name: { from: null, to: name }, staff: { add: [lin, wu].sort(), remove: [] } }
  return changeOf({ recordId: recordId(name), kind: 'house', verb: 'create', fields, actorId })
}

export function houseEdit(name: string, fields: Change['fields'], actorId: string = lin): Change {
  return changeOf({ recordId: recordId(name), kind: 'house', verb: 'edit', fields, actorId })
}
