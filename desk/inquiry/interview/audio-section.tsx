import { Alert, Anchor, Button, FileInput, Group } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'react-router'
import { consent } from '../../../core/families/consent.ts'
import { refuseWithoutConsent } from '../../../core/families/consent-state.ts'
import { interview } from '../../../core/inquiry/interview/interview.ts'
import { done, refuse } from '../../../core/kit/outcome.ts'
import {
  ConfirmButton,
  DoingNote,
  Icon,
  refusalText,
  Section,
  text,
  useDoing,
} from '../../kit/index.ts'
import {
  useAct,
  useKeepFile,
  useMay,
  useOnline,
  useRecords,
  useToday,
  useWaitingFiles,
  WaitingFileLines,
} from '../../sync/index.ts'
import styles from './interview.module.css'
import { type InterviewRecord, scopeOfInterview } from './use-interviews.ts'

/** INQ-31 on the screen: a recording only with consent to record; after it is withdrawn nothing plays, and it is to be let go. */
export function AudioSection({ its }: { readonly its: InterviewRecord }) {
  const today = useToday()
  const consents = useRecords(consent, { familyId: its.familyId ?? '' })
  const may = useMay('interview', 'edit', scopeOfInterview(its), its.id)
  const waiting = useWaitingFiles().filter(({ holder }) => holder.recordId === its.id)
  const denied =
    its.childId === null ? null : refuseWithoutConsent(consents, its.childId, 'recording', today)
  return (
    <Section title={text('interview:audio.title')} hint={text('interview:audio.hint')}>
      {denied !== null && (
        <Alert color="gray" variant="light" icon={<Icon name="lock" />}>
          {refusalText(denied)}{' '}
          <Anchor
            component={Link}
            to={`/families/${its.familyId ?? ''}/consent/${its.childId ?? ''}`}
          >
            {text('families:file.askConsent')}
          </Anchor>
        </Alert>
      )}
      {its.audioFileId !== null && denied === null && (
        // biome-ignore lint/a11y/useMediaCaption: the transcript beside it says what is heard
        <audio
          controls
          preload="none"
          src={`/api/files/${its.audioFileId}`}
          className={styles.audio}
        />
      )}
      <WaitingFileLines files={waiting} />
      {may && its.audioFileId === null && denied === null && waiting.length === 0 && (
        <Attach its={its} />
      )}
      {may && its.audioFileId !== null && <Detach its={its} />}
    </Section>
  )
}

function Attach({ its }: { readonly its: InterviewRecord }) {
  const keepFile = useKeepFile()
  const doing = useDoing()
  const online = useOnline()
  const [file, setFile] = useState<File | null>(null)
  const send = async () => {
    if (file === null) return
    const made = await doing.run(async () => {
      const limitMegabytes = 50
      if (file.size > limitMegabytes * 1024 * 1024)
        return refuse('FileTooLarge', { fileName: file.name, limitMegabytes })
      if (file.size === 0) return refuse('FileEmpty', { fileName: file.name })
      const owner = `family:${its.familyId ?? ''}`
      const holder = { kind: interview.name, recordId: its.id, verb: 'attachAudio' }
      return done(await keepFile({ purpose: 'interviewAudio', owner, file, holder }))
    })
    if (made !== null) setFile(null)
  }
  return (
    <>
      <FileInput
        label={text('interview:audio.file')}
        description={text('interview:audio.fileHint')}
        placeholder={text('interview:audio.choose')}
        accept="audio/mpeg,audio/mp4,audio/ogg,audio/webm,audio/wav,.m4a,.mp3,.ogg,.opus,.wav,.webm"
        value={file}
        onChange={setFile}
        clearable
        clearButtonProps={{ 'aria-label': text('kit:remove') }}
      />
      {!online && (
        <Alert color="yellow" variant="light" icon={<Icon name="offline" />}>
          {text('interview:audio.offline')}
        </Alert>
      )}
      {file !== null && (
        <Group>
          <Button loading={doing.busy} onClick={() => void send()}>
            {text('interview:audio.attach')}
          </Button>
        </Group>
      )}
      <DoingNote doing={doing} />
    </>
  )
}

function Detach({ its }: { readonly its: InterviewRecord }) {
  const act = useAct()
  const doing = useDoing()
  const drop = () =>
    void doing.run(() =>
      act({ kind: interview, recordId: its.id, verb: 'detachAudio', input: {}, fields: {} }),
    )
  return (
    <Group>
      <ConfirmButton
        question={text('interview:audio.dropQuestion')}
        confirmLabel={text('interview:audio.drop')}
        onConfirm={drop}
      >
        {text('interview:audio.drop')}
      </ConfirmButton>
      <DoingNote doing={doing} />
    </Group>
  )
}
