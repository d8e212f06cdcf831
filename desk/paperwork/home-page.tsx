import { supportGroup } from '../../core/groupwork/support-group.ts'
import { wave } from '../../core/inquiry/wave.ts'
import { report } from '../../core/paperwork/report.ts'
import { surveyReport } from '../../core/paperwork/survey-report.ts'
import { DataTable, EmptyState, Page, Section, text } from '../kit/index.ts'
import { useRecords } from '../sync/index.ts'
import { FileBoxList } from './file-box/file-box-list.tsx'
import { ReportsTable } from './reports-table.tsx'
import { CaseForms } from './papers/case-forms.tsx'
import { ToFamilyPapers } from './papers/to-family-papers.tsx'
import { ToStationMonth } from './papers/to-station-month.tsx'
import { SurveyList } from './survey-list.tsx'
import { TemplateSection } from './template-section.tsx'

/** Reports that were made, and the forms they are printed on. */
export function HomePage() {
  const groups = useRecords(supportGroup)
  const waves = useRecords(wave)
  const ofGroups = useRecords(report)
  const ofSurveys = useRecords(surveyReport)
  const titleOf = (groupId: string): string => groups.find(({ id }) => id === groupId)?.title ?? ''
  const waveTitle = (waveId: string | null): string =>
    waves.find(({ id }) => id === waveId)?.title ?? ''
  const reports = [
    ...ofGroups.map((one) => ({ ...one, title: titleOf(one.groupId) })),
    ...ofSurveys.map((one) => ({
      ...one,
      title: [one.waveId, one.afterWaveId].map(waveTitle).filter(Boolean).join(' → '),
    })),
  ]
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
      <ToFamilyPapers />
      <CaseForms />
      <SurveyList />
      <ToStationMonth />
      <FileBoxList />
      <ReportsTable
        reports={reports}
        about={{
          label: text('paperwork:home.about'),
          show: ({ title }) => title,
        }}
      />
      <TemplateSection />
    </Page>
  )
}
