import { supportGroup } from '../../core/groupwork/support-group.ts'
import { report } from '../../core/paperwork/report.ts'
import { DataTable, EmptyState, formatDay, Page, Section, text } from '../kit/index.ts'
import { useRecords } from '../sync/index.ts'
import { DownloadButton } from './download-button.tsx'
import { FileBoxList } from './file-box/file-box-list.tsx'
import { SurveyList } from './survey-list.tsx'
import { TemplateSection } from './template-section.tsx'

/** Reports that were made, and the forms they are printed on. */
export function HomePage() {
  const groups = useRecords(supportGroup)
  const reports = useRecords(report)
  const titleOf = (groupId: string): string => groups.find(({ id }) => id === groupId)?.title ?? ''
  const latest = [...reports].sort((left, right) => right.madeOn.localeCompare(left.madeOn))
  return (
    <Page title={text('paperwork:home.title')}>
      <Section title={text('paperwork:home.make')} hint={text('paperwork:home.makeHint')}>
        <DataTable
          caption={text('paperwork:home.make')}
          rows={groups}
          keyOf={({ id }) => id}
          linkOf={({ id }) => `/paperwork/groups/${id}`}
          empty={<EmptyState title={text('paperwork:home.noGroup')} />}
          columns={[
            { name: 'title', label: text('paperwork:home.group'), show: ({ title }) => title },
            { name: 'code', label: text('paperwork:home.code'), show: ({ code }) => code },
          ]}
        />
      </Section>
      <SurveyList />
      <FileBoxList />
      <Section title={text('paperwork:home.made')}>
        <DataTable
          caption={text('paperwork:home.made')}
          rows={latest}
          keyOf={({ id }) => id}
          empty={<EmptyState title={text('paperwork:home.noneMade')} />}
          columns={[
            {
              name: 'on',
              label: text('paperwork:home.madeOn'),
              show: ({ madeOn }) => formatDay(madeOn),
            },
            {
              name: 'group',
              label: text('paperwork:home.group'),
              show: ({ groupId }) => titleOf(groupId),
            },
            {
              name: 'numbers',
              label: text('paperwork:home.numbers'),
              numeric: true,
              show: ({ numbers }) => numbers.length,
            },
            {
              name: 'get',
              label: text('paperwork:home.file'),
              show: ({ fileId }) => <DownloadButton fileId={fileId} />,
            },
          ]}
        />
      </Section>
      <TemplateSection />
    </Page>
  )
}
