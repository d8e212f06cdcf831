import { Group } from '@mantine/core'
import { agreeMirrors } from '../../core/evaluation/findings/agree-mirrors.ts'
import { EmptyState, SegmentedChoice, text } from '../kit/index.ts'
import { FindingView } from './finding-view.tsx'
import { GroupChoice, NoMeasuredGroup, useGroupChoice } from './group-choice.tsx'
import { QuestionPage } from './question-page.tsx'
import { useChoice } from './use-choice.ts'
import { useMeasuredGroups } from './use-measured-groups.ts'
import { deskWording } from './wording.ts'

const moments = ['before', 'after'] as const

/** Do child and parent see it alike? */
export function BothSidesPage() {
  const { groups } = useMeasuredGroups()
  const [chosen, choose] = useGroupChoice(groups)
  const [kept, keep] = useChoice('moment', moments)
  const moment = moments.find((one) => one === kept) ?? 'before'
  return (
    <QuestionPage question="bothSides">
      {chosen === null ? (
        <NoMeasuredGroup />
      ) : (
        <Group align="flex-end">
          <GroupChoice groups={groups} chosen={chosen} onChoose={choose} />
          <div className="no-print">
            <SegmentedChoice
              label={text('evaluation:agree.moment')}
              options={moments.map((value) => ({
                value,
                label: text(`evaluation:moment.${value}`),
              }))}
              value={moment}
              onChange={keep}
            />
          </div>
        </Group>
      )}
      {chosen?.change.mirrors.length === 0 && (
        <EmptyState
          title={text('evaluation:agree.noMirror')}
          hint={text('evaluation:agree.noMirrorHint')}
        />
      )}
      {chosen?.change.mirrors.map((mirror) => (
        <FindingView
          key={mirror.childInstrumentId + mirror.adultInstrumentId}
          finding={agreeMirrors(mirror, moment, deskWording())}
        />
      ))}
    </QuestionPage>
  )
}
