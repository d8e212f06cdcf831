import type { PlanSubject } from '../../../core/assessment/plan/plan-shape.ts'
import { person } from '../../../core/families/person.ts'
import { text } from '../../kit/index.ts'
import { useRecords } from '../../sync/index.ts'
import { usePairNames } from '../use-pair-names.ts'

interface NamedSubject {
  readonly key: string
  readonly name: string
  readonly subject: PlanSubject
  /** Null for the whole family. */
  readonly childId: string | null
}

/** For whom there can be a plan: each pair, each child alone, the family; the first pair unless another is asked for. */
export function usePlanSubjects(
  familyId: string,
  wanted: string | null,
): { readonly subjects: readonly NamedSubject[]; readonly chosen: NamedSubject } {
  const { pairs, nameOf } = usePairNames(familyId)
  const people = useRecords(person, { familyId })
  const whole: NamedSubject = {
    key: 'family',
    name: text('goals:wholeFamily'),
    subject: { familyId, pairId: null, personId: null },
    childId: null,
  }
  const subjects = [
    ...pairs.map((one) => ({
      key: one.id,
      name: nameOf(one),
      subject: { familyId, pairId: one.id, personId: null },
      childId: one.childId,
    })),
    ...people
      .filter(({ role, alive }) => role === 'child' && alive)
      .map(({ id, name }) => ({
        key: id,
        name,
        subject: { familyId, pairId: null, personId: id },
        childId: id,
      })),
    whole,
  ]
  return { subjects, chosen: subjects.find(({ key }) => key === wanted) ?? subjects[0] ?? whole }
}
