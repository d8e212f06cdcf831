import { useMemo } from 'react'
import { chooseWaves, pairSurveyWaves } from '../../core/evaluation/choose-waves.ts'
import { supportGroup } from '../../core/groupwork/support-group.ts'
import { wave } from '../../core/inquiry/wave.ts'
import { DataTable, EmptyState, formatDay, Section, text } from '../kit/index.ts'
import { useRecords } from '../sync/index.ts'
import { QuestionPage } from './question-page.tsx'
import { newestFirst } from './use-measured-groups.ts'

/** How did our group change? Which group, or which survey by codes. */
export function GroupsPage() {
  return (
    <QuestionPage question="group">
      <GroupsToEvaluate />
      <SurveysToCompare />
    </QuestionPage>
  )
}

function GroupsToEvaluate() {
  const groups = useRecords(supportGroup)
  const waves = useRecords(wave)
  const rows = useMemo(
    () =>
      newestFirst(groups).map((group) => ({
        group,
        chosen: chooseWaves(waves.filter(({ groupId }) => groupId === group.id)),
      })),
    [groups, waves],
  )
  return (
    <Section title={text('evaluation:home.groups')} hint={text('evaluation:home.groupsHint')}>
      <DataTable
        caption={text('evaluation:home.groups')}
        rows={rows}
        keyOf={({ group }) => group.id}
        linkOf={({ group }) => `/evaluation/groups/${group.id}`}
        empty={
          <EmptyState
            title={text('evaluation:home.noGroup')}
            hint={text('evaluation:home.noGroupHint')}
          />
        }
        columns={[
          { name: 'group', label: text('evaluation:home.group'), show: ({ group }) => group.title },
          {
            name: 'state',
            label: text('evaluation:home.measured'),
            show: ({ chosen }) =>
              chosen === null
                ? text('evaluation:home.notTwo')
                : text('evaluation:home.fromTo', {
                    from: formatDay(chosen.before.opensOn),
                    to: formatDay(chosen.after.opensOn),
                  }),
          },
        ]}
      />
    </Section>
  )
}

/** Surveys by codes that were answered twice: groups beside each other. */
export function SurveysToCompare() {
  const waves = useRecords(wave, { subject: 'codes' })
  const pairs = useMemo(() => pairSurveyWaves(waves), [waves])
  if (pairs.length === 0) return null
  return (
    <Section title={text('evaluation:home.surveys')} hint={text('evaluation:home.surveysHint')}>
      <DataTable
        caption={text('evaluation:home.surveys')}
        rows={pairs}
        keyOf={({ before, after }) => `${before.id}${after.id}`}
        linkOf={({ before, after }) => `/evaluation/surveys/${before.id}/${after.id}`}
        columns={[
          {
            name: 'before',
            label: text('evaluation:moment.before'),
            show: ({ before }) => before.title,
          },
          {
            name: 'after',
            label: text('evaluation:moment.after'),
            show: ({ after }) => after.title,
          },
        ]}
      />
    </Section>
  )
}
