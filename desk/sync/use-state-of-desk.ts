// Small facts about person, agency, network and time that rooms ask for.
import { useEffect, useState, useSyncExternalStore } from 'react'
import { agency } from '../../core/access/agency.ts'
import { assert } from '../../core/kit/outcome.ts'
import type { CourierState } from './courier.ts'
import { agencyDay } from './clock.ts'
import { useOpenDesk } from './desk-context.ts'
import { keep } from './keep.ts'
import { useRecord } from './records.ts'
import type { Replica } from './replica.ts'
import type { LoginAnswer } from './server-shapes.ts'
import type { Feed, Settings, StoredItem } from './stored-parse.ts'

function useReplicaValue<Value>(read: (replica: Replica) => Value): Value {
  const { replica } = useOpenDesk()
  return useSyncExternalStore(
    (listener) => {
      replica.listeners.add(listener)
      return () => replica.listeners.delete(listener)
    },
    () => read(replica),
  )
}

export function useAccount(): LoginAnswer {
  const account = useReplicaValue(({ values }) => values.account)
  assert(account !== null, 'an open desk of nobody')
  return account
}

export interface AgencyFacts {
  readonly id: string
  readonly name: string
  readonly sample: boolean
  /** The named person in charge of children's data. */
  readonly dataGuardian: string
}

export function useAgency(): AgencyFacts {
  const { agency: known } = useAccount()
  const record = useRecord(agency, known.id)
  return {
    id: known.id,
    name: record?.name ?? known.name,
    sample: known.sample,
    dataGuardian: record?.dataGuardian ?? '',
  }
}

/** Who writes to a family: the agency and the person by name, and no word of what it is about. */
export function useSender(): { readonly agency: string; readonly worker: string } {
  const { staff } = useAccount()
  const { name } = useAgency()
  return { agency: name, worker: staff.name }
}

export function useFeed(): Feed {
  return useReplicaValue(({ values }) => values.feed)
}

export function useSettings(): readonly [Settings, (change: Partial<Settings>) => Promise<void>] {
  const { replica } = useOpenDesk()
  const settings = useReplicaValue(({ values }) => values.settings)
  const change = async (part: Partial<Settings>) => {
    await keep(replica, { settings: { ...replica.values.settings, ...part } })
  }
  return [settings, change]
}

export function useCourier(): CourierState {
  const { courier } = useOpenDesk()
  return useSyncExternalStore(courier.subscribe, courier.state)
}

export interface OutboxState {
  /** Changes that are only on this device and will go by themselves. */
  readonly pending: readonly StoredItem[]
  /** With the server, waiting there for a record they point at. */
  readonly held: readonly StoredItem[]
  /** Refused for good: a person decides. */
  readonly refused: readonly StoredItem[]
}

/** What the server has not applied. */
export function useOutbox(): OutboxState {
  return sortByStatus(useReplicaValue(({ outbox }) => outbox.list()))
}

const sorted = new WeakMap<readonly StoredItem[], OutboxState>()

/** Several places of a screen ask for the same list; after an import it is long. */
function sortByStatus(items: readonly StoredItem[]): OutboxState {
  const known = sorted.get(items)
  if (known !== undefined) return known
  const of = (status: StoredItem['status']) => items.filter((item) => item.status === status)
  const fresh = { pending: of('pending'), held: of('held'), refused: of('refused') }
  sorted.set(items, fresh)
  return fresh
}

function watchNetwork(listener: () => void): () => void {
  window.addEventListener('online', listener)
  window.addEventListener('offline', listener)
  return () => {
    window.removeEventListener('online', listener)
    window.removeEventListener('offline', listener)
  }
}

/** Whether the server could be reached last time; the browser's own opinion counts only when it says no. */
export function useOnline(): boolean {
  const connected = useSyncExternalStore(watchNetwork, () => navigator.onLine)
  const { trouble } = useCourier()
  return connected && trouble !== 'NoConnection' && trouble !== 'NotOurServer'
}

/** Today where the agency works, also past midnight. */
export function useToday(): string {
  const { clock } = useOpenDesk()
  const [day, setDay] = useState(() => agencyDay(clock))
  useEffect(() => {
    const timer = setInterval(() => setDay(agencyDay(clock)), 60_000)
    return () => clearInterval(timer)
  }, [clock])
  return day
}
