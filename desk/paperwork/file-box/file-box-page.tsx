import { Anchor, Text } from '@mantine/core'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { z } from 'zod'
import { supportGroup } from '../../../core/groupwork/support-group.ts'
import type { Audience } from '../../../core/paperwork/file-box/file-box.ts'
import { report } from '../../../core/paperwork/report.ts'
import {
  currentLanguage,
  DoingNote,
  EmptyState,
  Form,
  type Language,
  LongJob,
  Page,
  Section,
  text,
  UnsentMark,
  useDoing,
} from '../../kit/index.ts'
import { callServer, useAgency, useRecord, useRecords } from '../../sync/index.ts'
import { DownloadButton } from '../download-button.tsx'
import { MakeButton } from '../make-button.tsx'
import { BoxChoices } from './box-choices.tsx'
import { useMayMakeBox } from './use-may-make-box.ts'

const madeShape = z.object({ fileId: z.uuid(), size: z.number() })

/** Everything that evaluators ask for about one group, as one archive. */
export function FileBoxPage() {
  const { groupId = '' } = useParams()
  const group = useRecord(supportGroup, groupId)
  const mayMake = useMayMakeBox()
  const back = { to: '/paperwork', label: text('paperwork:home.title') }
  const title =
    group === null
      ? text('paperwork:fileBox.desk.open')
      : text('paperwork:fileBox.desk.title', { group: group.title })
  return (
    <Page title={title} back={back} marks={group !== null && <UnsentMark record={group} />}>
      {group === null || !mayMake(group) ? (
        <EmptyState
          title={text('paperwork:fileBox.desk.notYours')}
          hint={text('paperwork:fileBox.desk.notYoursHint')}
        />
      ) : (
        <MakeBox key={groupId} groupId={groupId} />
      )}
    </Page>
  )
}

function MakeBox({ groupId }: { readonly groupId: string }) {
  const { sample } = useAgency()
  const doing = useDoing()
  const [audience, setAudience] = useState<Audience>('evaluators')
  const [language, setLanguage] = useState<Language>(currentLanguage())
  const [password, setPassword] = useState('')
  const [fileId, setFileId] = useState<string | null>(null)
  const make = async (): Promise<void> => {
    setFileId(null)
    const body = { groupId, audience, language, password }
    const made = await doing.run(() =>
      callServer('/api/file-box', body, madeShape, { timeoutSeconds: 180 }),
    )
    setPassword('')
    if (made !== null) setFileId(made.fileId)
  }
  return (
    <>
      <Section title={text('paperwork:make.choices')} hint={text('paperwork:fileBox.desk.hint')}>
        <ReportFirst groupId={groupId} />
        <Form onSubmit={() => void make()} label={text('paperwork:fileBox.desk.open')}>
          <BoxChoices
            audience={audience}
            language={language}
            password={sample ? null : password}
            onAudience={setAudience}
            onLanguage={setLanguage}
            onPassword={setPassword}
          />
          <MakeButton busy={doing.busy} label={text('paperwork:fileBox.desk.go')} />
        </Form>
      </Section>
      {doing.busy && <LongJob label={text('paperwork:fileBox.desk.busy')} part={null} />}
      <DoingNote doing={doing} />
      {fileId !== null && (
        <Section
          title={text('paperwork:fileBox.desk.ready')}
          hint={text('paperwork:fileBox.desk.readyHint')}
        >
          <DownloadButton fileId={fileId} label={text('paperwork:fileBox.desk.get')} />
        </Section>
      )}
    </>
  )
}

/** The box takes the summary that was made last: without one, part 07 stays empty. */
function ReportFirst({ groupId }: { readonly groupId: string }) {
  const made = useRecords(report, { groupId }).some(({ form }) => form === 'evaluationSummary')
  if (made) return null
  return (
    <Text size="sm">
      {text('paperwork:fileBox.desk.reportFirst')}{' '}
      <Anchor component={Link} to={`/paperwork/groups/${groupId}`} underline="always">
        {text('paperwork:fileBox.desk.toReport')}
      </Anchor>
    </Text>
  )
}
