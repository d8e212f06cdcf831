import { useEffect } from 'react'
import type { Clock } from './clock.ts'
import { useOpenDesk } from './desk-context.ts'
import { keep } from './keep.ts'
import type { Replica } from './replica.ts'

/** One line per screen and quarter of an hour is what an audit reads; more is noise. */
const quietMinutes = 15
const noted = new WeakMap<Replica, Map<string, number>>()

/** Notes that a person looked into a file; kept sealed and sent with the next round (the law wants reads as well as writes). */
export async function logRead(
  replica: Replica,
  clock: Clock,
  read: { readonly kind: string; readonly id: string; readonly purpose: string },
): Promise<void> {
  const now = clock.now()
  const seen = noted.get(replica) ?? new Map<string, number>()
  noted.set(replica, seen)
  const name = `${read.kind}:${read.id}:${read.purpose}`
  const before = seen.get(name)
  if (before !== undefined && Math.abs(now - before) < quietMinutes * 60_000) return
  seen.set(name, now)
  const claimedAt = new Date(now).toISOString()
  await keep(replica, { putReads: [{ row: clock.newId(), ...read, claimedAt }] })
}

/** For screens that open somebody's file: `purpose` such as `view`, `print`, `export`. */
export function useReadLog(kind: string, id: string | null | undefined, purpose = 'view'): void {
  const { replica, clock } = useOpenDesk()
  useEffect(() => {
    if (id === null || id === undefined) return
    logRead(replica, clock, { kind, id, purpose }).catch(reportError)
  }, [replica, clock, kind, id, purpose])
}

/** For what happens at a touch: a table that is taken out of the house. */
export function useNoteRead(): (kind: string, id: string, purpose: string) => void {
  const { replica, clock } = useOpenDesk()
  return (kind, id, purpose) => {
    logRead(replica, clock, { kind, id, purpose }).catch(reportError)
  }
}
