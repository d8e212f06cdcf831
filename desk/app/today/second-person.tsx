import { approval, type Approval } from '../../../core/access/approval.ts'
import { changeKeysAction } from '../../../core/access/change-keys.ts'
import { listApprovalsDue } from '../../../core/access/list-approvals-due.ts'
import { resetFactorAction } from '../../../core/access/second-factor.ts'
import { staff } from '../../../core/access/staff.ts'
import { family } from '../../../core/families/family.ts'
import { freezeAction, thawAction } from '../../../core/families/freeze-family.ts'
import { eraseAction } from '../../../core/families/refuse-erasing.ts'
import { formatTime } from '../../kit/format.ts'
import { text } from '../../kit/text.ts'
import { useRecords } from '../../sync/records.ts'
import { useActor, useMayEver } from '../../sync/use-act.ts'
import { TodayList } from './today-list.tsx'

const named = [changeKeysAction, resetFactorAction, eraseAction, freezeAction, thawAction] as const

function nameOf(action: string): (typeof named)[number] | null {
  return named.find((one) => one === action) ?? null
}

/** What two people agree to and waits for this one. */
export function useApprovalsDue() {
  const { staffId } = useActor()
  const approves = useMayEver(approval.name, 'approve')
  const readsFamilies = useMayEver(family.name, 'read')
  const families = useRecords(family)
  const isAlone = useRecords(staff, { state: 'active' }).length === 1
  const requests = useRecords(approval).filter(
    (one) => nameOf(one.action) !== null && !isOver(one, families, readsFamilies),
  )
  return listApprovalsDue({
    ...{ requests, staffId, approves, isAlone },
    now: new Date().toISOString(),
  })
}

type KnownFamily = {
  readonly id: string
  readonly state: string
  readonly reopenedAt: string | null
}

/** A file that was opened again, or is no longer where the request found it, is nobody's to decide on. */
function isOver(its: Approval, families: readonly KnownFamily[], readsFamilies: boolean): boolean {
  const meant = families.find(({ id }) => id === its.subjectId)
  switch (its.action) {
    case changeKeysAction:
    case resetFactorAction:
      return false
    // A file that is only stored is on no device.
    case thawAction:
      return meant !== undefined
    // By number alone, for those who see no file; somebody who does and has not this one has no business with it.
    case eraseAction:
      if (meant === undefined) return readsFamilies
      break
    default:
      if (meant === undefined) return true
  }
  return meant.state !== 'archived' || (its.requestedAt ?? '') <= (meant.reopenedAt ?? '')
}

export function ApprovalsDue({ due }: { readonly due: ReturnType<typeof useApprovalsDue> }) {
  const names = new Map(useRecords(staff).map(({ id, name }) => [id, name]))
  const codes = new Map(useRecords(family).map(({ id, code }) => [id, code]))
  return (
    <TodayList
      title={text('access:secondPerson.title')}
      lines={due.map(({ request, what }) => {
        const { id, action, subjectId, requestedById, requestedAt } = request
        const asked = text(`access:secondPerson.of.${nameOf(action) ?? changeKeysAction}`)
        const about = names.get(subjectId) ?? codes.get(subjectId) ?? ''
        return {
          key: id,
          to: addressOf(request, codes.has(subjectId)),
          words: [
            text(`access:secondPerson.${what}`, {
              name: names.get(requestedById ?? '') ?? '–',
              what: asked,
            }),
            about,
          ]
            .filter((part) => part !== '')
            .join(' · '),
          detail: formatTime(requestedAt),
          late: false,
        }
      })}
    />
  )
}

function addressOf({ action, subjectId }: Approval, knowsFamily: boolean): string {
  if (action === changeKeysAction) return '/account'
  if (action === resetFactorAction) return '/staff'
  return knowsFamily && action !== thawAction ? `/families/${subjectId}` : '/families/retention'
}
