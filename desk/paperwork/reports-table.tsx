import type { ReactNode } from 'react'
import { DataTable, EmptyState, formatDay, Section, text } from '../kit/index.ts'
import { DownloadButton } from './download-button.tsx'

interface MadeReport {
  readonly id: string
  readonly madeOn: string
  readonly fileId: string
  readonly numbers: readonly unknown[]
}

interface ReportsTableProps<Report extends MadeReport> {
  readonly reports: readonly Report[]
  /** What each is about, where the page does not say it already. */
  readonly about?: { readonly label: string; readonly show: (report: Report) => ReactNode }
}

/** Reports that were made, the latest first. */
export function ReportsTable<Report extends MadeReport>({
  reports,
  about,
}: ReportsTableProps<Report>) {
  const title = text('paperwork:home.made')
  const latest = [...reports].sort((left, right) => right.madeOn.localeCompare(left.madeOn))
  return (
    <Section title={title}>
      <DataTable
        caption={title}
        rows={latest}
        keyOf={({ id }) => id}
        empty={<EmptyState title={text('paperwork:home.noneMade')} />}
        columns={[
          {
            name: 'on',
            label: text('paperwork:home.madeOn'),
            show: ({ madeOn }) => formatDay(madeOn),
          },
          ...(about === undefined ? [] : [{ name: 'about', ...about }]),
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
  )
}
