import { impactAssessment } from '../../../core/access/accountability/impact-assessment.ts'
import { incident } from '../../../core/access/accountability/incident.ts'
import { disclosure } from '../../../core/access/accountability/disclosure.ts'
import { actionPolicy } from '../../../core/access/policy.ts'
import { mayEver } from '../../../core/access/standing.ts'
import { text } from '../../kit/text.ts'
import { useRecords } from '../../sync/records.ts'
import { useActor } from '../../sync/use-act.ts'
import { useAgency, useToday } from '../../sync/use-state-of-desk.ts'
import { TodayList } from './today-list.tsx'

interface Duty {
  readonly key: 'incidents' | 'assessment' | 'audit' | 'requests'
  readonly to: string
  readonly count: number
  readonly late: boolean
}

/** What the agency still owes: open incidents and requests, the first impact assessment, the audit of January. */
export function useAccountabilityDue(): readonly Duty[] {
  const today = useToday()
  const { roles } = useActor()
  const { sample } = useAgency()
  const open = useRecords(incident, { state: 'open' }).length
  const assessments = useRecords(impactAssessment, { state: 'concluded' }).length
  const undecided = useRecords(disclosure).filter(({ outcome }) => outcome === null).length
  if (!mayEver(roles, actionPolicy.auditMinors)) return []
  const at = '/accountability'
  const duties: readonly Duty[] = [
    { key: 'incidents', to: `${at}/incidents`, count: open, late: true },
    { key: 'requests', to: `${at}/requests`, count: undecided, late: false },
    // The sample village has nobody to answer to.
    {
      key: 'assessment',
      to: `${at}/assessments`,
      count: assessments === 0 && !sample ? 1 : 0,
      late: false,
    },
    { key: 'audit', to: `${at}/year`, count: today.slice(5, 7) === '01' ? 1 : 0, late: false },
  ]
  return duties.filter(({ count }) => count > 0)
}

export function AccountabilityDue({ due }: { readonly due: readonly Duty[] }) {
  return (
    <TodayList
      title={text('access:accountabilityDue.title')}
      hint={text('access:accountabilityDue.hint')}
      lines={due.map(({ key, to, count, late }) => ({
        key,
        to,
        words: text(`access:accountabilityDue.${key}`, { count }),
        detail: '',
        late,
      }))}
    />
  )
}
