import { isLeadIn, refuseAction, standNowhere } from '../../../core/access/standing.ts'
import type { SupportGroup } from '../../../core/groupwork/support-group.ts'
import { useActor } from '../../sync/index.ts'

/** As the server will judge it: whoever may not make a box is not shown the way to it. */
export function useMayMakeBox(): (group: SupportGroup & { readonly id: string }) => boolean {
  const actor = useActor()
  return ({ id, team }) => {
    const groups = new Set(team[actor.staffId] === undefined ? [] : [id])
    const leads = new Set(isLeadIn(team, actor.staffId) ? [id] : [])
    return (
      refuseAction({ ...standNowhere(actor), groups, leads }, 'makeFileBox', `group:${id}`) === null
    )
  }
}
