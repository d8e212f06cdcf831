import { Group } from '@mantine/core'
import {
  attendanceDose,
  contactDose,
  homePracticeDose,
  relateDose,
  taskDose,
} from '../../core/evaluation/findings/relate-dose.ts'
import { completionByFamily } from '../../core/evaluation/findings/task-completion.ts'
import { agreedTask } from '../../core/evaluation/goals/agreed-task.ts'
import { homeTaskReturn } from '../../core/groupwork/between/home-task-return.ts'
import { useRecords } from '../sync/index.ts'
import { FindingView } from './finding-view.tsx'
import { GroupChoice, NoMeasuredGroup, useGroupChoice } from './group-choice.tsx'
import { QuestionPage } from './question-page.tsx'
import { useScaleChoice } from './scale-choice.tsx'
import { useMeasuredGroups } from './use-measured-groups.ts'
import { deskWording } from './wording.ts'

/** What went with more attendance and more practice at home? */
export function DosePage() {
  const { all, groups } = useMeasuredGroups()
  const [chosen, choose] = useGroupChoice(groups)
  const scales = chosen?.change.scales.filter(({ numbers }) => numbers.n > 0) ?? []
  const { scale, field } = useScaleChoice(scales)
  const tasks = useRecords(agreedTask)
  const returns = useRecords(homeTaskReturn, { groupId: chosen?.group.id ?? '' })
  const doses =
    chosen === null
      ? []
      : [
          attendanceDose,
          ...(returns.length === 0 ? [] : [homePracticeDose(returns)]),
          contactDose(all.contacts, chosen.records.waves),
          ...(tasks.length === 0 ? [] : [taskDose(completionByFamily(tasks))]),
        ]
  return (
    <QuestionPage question="dose">
      {chosen === null ? (
        <NoMeasuredGroup />
      ) : (
        <Group align="flex-end">
          <GroupChoice groups={groups} chosen={chosen} onChoose={choose} />
          {field}
        </Group>
      )}
      {scale !== null &&
        doses.map((dose) => (
          <FindingView key={dose.kind} finding={relateDose(scale, dose, deskWording())} />
        ))}
    </QuestionPage>
  )
}
