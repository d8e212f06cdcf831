import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { Icon, Page, text } from '../kit/index.ts'
import { useReadLog } from '../sync/index.ts'
import { StrandDays } from './strand-days.tsx'
import styles from './print-page.module.css'
import type { MeetingFile } from './use-group.ts'

/** What leaves the printer: the group, the meeting, its days and its place on top of every sheet. */
export function PrintFrame({
  file,
  title,
  children,
}: {
  readonly file: MeetingFile
  readonly title: string
  readonly children: ReactNode
}) {
  const { group, meeting } = file
  useReadLog('meeting', meeting.id, 'print')
  return (
    <Page
      title={title}
      back={{
        to: `/groupwork/meetings/${meeting.id}`,
        label: text('groupwork:meeting.noTheme', { no: meeting.no, theme: meeting.theme }),
      }}
      actions={
        <Button leftSection={<Icon name="print" size={18} />} onClick={() => window.print()}>
          {text('kit:print')}
        </Button>
      }
    >
      <div className={styles.sheet}>
        <div className={styles.head}>
          <span>
            {group.title} · {group.code}
          </span>
          <span>{text('groupwork:meeting.noTheme', { no: meeting.no, theme: meeting.theme })}</span>
          <span>{meeting.place}</span>
          <span>{meeting.onlineTool}</span>
        </div>
        <StrandDays meeting={meeting} />
        {children}
      </div>
    </Page>
  )
}
