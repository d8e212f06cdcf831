import type { Guide } from '../../../core/inquiry/interview/guide.ts'
import { interview } from '../../../core/inquiry/interview/interview.ts'
import { fieldsAsJson } from '../../../core/kit/json-parse.ts'
import { type Doing, useDoing } from '../../kit/index.ts'
import { newId, useAct, useActor, useKeptForm } from '../../sync/index.ts'
import {
  draftInterview,
  emptyForm,
  formOf,
  type InterviewForm,
  takeForm,
} from './interview-form.ts'
import { guidesForRole, useOwnGuides } from './use-guides.ts'
import type { InterviewRecord } from './use-interviews.ts'

export interface WrittenInterview {
  readonly form: InterviewForm
  readonly set: (part: Partial<InterviewForm>) => void
  readonly restored: boolean
  readonly guides: readonly Guide[]
  readonly guideCode: string
  readonly doing: Doing
  /** Answers the interview's id; null when it was not saved. */
  readonly save: () => Promise<string | null>
}

/** An interview being noted: half of it rests on this device until it is saved. Null until it is known whether some does. */
export function useInterviewForm(
  its: InterviewRecord | null,
  familyId: string,
): WrittenInterview | null {
  const act = useAct()
  const doing = useDoing()
  const { staffId } = useActor()
  const own = useOwnGuides()
  const kept = useKeptForm<InterviewForm>(
    `interview:${its?.id ?? `new:${familyId}`}`,
    its === null ? emptyForm(familyId) : formOf(its),
    takeForm,
  )
  const { value: form, base } = kept
  if (form === null || base === null) return null
  const guides = guidesForRole(own, form.role)
  const chosen = guides.find(({ code }) => code === form.guideCode)
  const guideCode = form.guideCode === '' ? '' : ((chosen ?? guides[0])?.code ?? '')
  const save = async (): Promise<string | null> => {
    const recordId = its?.id ?? newId()
    const drafted = fieldsAsJson(
      draftInterview({ ...form, guideCode }, its === null ? staffId : null),
    )
    const made = await doing.run(() =>
      act({
        ...{ kind: interview, recordId, input: {}, fields: drafted },
        ...(its === null
          ? { verb: 'create' }
          : { verb: 'edit', base: fieldsAsJson(draftInterview(base, null)) }),
      }),
    )
    if (made === null) return null
    await kept.clear()
    return recordId
  }
  const set = (part: Partial<InterviewForm>) => kept.change({ ...form, ...part })
  return { form, set, restored: kept.restored, guides, guideCode, doing, save }
}
