import { useCallback } from 'react'
import { grantsOf, mayAct, mayEver } from '../../core/access/standing.ts'
import { assert, type Outcome } from '../../core/kit/outcome.ts'
import type { Actor } from '../../core/sync/actor.ts'
import type { Change } from '../../core/sync/change.ts'
import type { Draft } from '../../core/sync/device.ts'
import { actOn, actorOf } from './act.ts'
import { useOpenDesk } from './desk-context.ts'
import { standingOf } from './standing-here.ts'
import { useRecords } from './records.ts'
import { staff } from '../../core/access/staff.ts'

export type Act = (drafts: Draft | readonly Draft[]) => Promise<Outcome<readonly Change[]>>

/** Does what a person decided: several drafts are one bundle. Resolves when it is saved on this device; sending follows by itself. */
export function useAct(): Act {
  const { replica, courier, clock } = useOpenDesk()
  return useCallback(
    async (drafts) => {
      const list: readonly Draft[] = 'kind' in drafts ? [drafts] : drafts
      const outcome = await actOn(replica, list, clock)
      if (outcome.ok) courier.sendSoon()
      return outcome
    },
    [replica, courier, clock],
  )
}

export function useActor(): Actor {
  const { replica } = useOpenDesk()
  useRecords(staff)
  const actor = actorOf(replica)
  assert(actor !== null, 'an open desk of nobody')
  return actor
}

/**
 * May this person do it, as far as this device knows? `scope` such as `agency`, `family:<id>`, `group:<id>`.
 * For `create`, whether they may create one that names themselves in its staff or team.
 */
export function useMay(kindName: string, verb: string, scope: string, recordId = ''): boolean {
  const { replica } = useOpenDesk()
  const actor = useActor()
  const me = actor.staffId
  const founding =
    verb === 'create'
      ? { staff: [me], team: { [me]: 'leader' }, parties: { [me]: 'supervisee' } }
      : null
  const place = { scope, recordId, founding }
  return mayAct(standingOf(replica.view, actor), grantsOf(kindName, verb), place)
}

/** The same question for lists of many scopes; the answer is a new function only when it may have become another. */
export function useMayAct(): (kindName: string, verb: string, scope: string) => boolean {
  const { replica } = useOpenDesk()
  const actor = useActor()
  const standing = standingOf(replica.view, actor)
  const who = JSON.stringify(actor)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the standing is made anew with each drawing, what it holds only when it may be another
  return useCallback(
    (kindName, verb, scope) =>
      mayAct(standing, grantsOf(kindName, verb), { scope, recordId: '', founding: null }),
    [
      who,
      standing.families,
      standing.groups,
      standing.leads,
      standing.concerns,
      standing.supervisions,
    ],
  )
}

/** Could this person do it anywhere, by their roles? What they never can is not offered to them. */
export function useMayEver(kindName: string, verb: string): boolean {
  return mayEver(useActor().roles, grantsOf(kindName, verb))
}
