import { Button, Group, Text, Textarea } from '@mantine/core'
import { useMemo } from 'react'
import { firstKeys, keysAfter } from '../../../core/inquiry/interview/line-keys.ts'
import { listSpeakers } from '../../../core/inquiry/interview/read-line.ts'
import {
  layOutLines,
  splitLines,
  type TextLine,
} from '../../../core/inquiry/interview/text-lines.ts'
import { transcript, transcriptId } from '../../../core/inquiry/interview/transcript.ts'
import { DoingNote, formatList, Section, text, useDoing } from '../../kit/index.ts'
import { useAct, useKeptDraft, useMay, useRecord } from '../../sync/index.ts'
import { OfInterview } from './interview-page.tsx'
import { TalkPaperSection } from './talk-paper-section.tsx'
import { TranscriptLines } from './transcript-lines.tsx'
import { type InterviewRecord, scopeOfInterview, useTextLines } from './use-interviews.ts'

/** What was said, pasted or typed, and corrected line by line. */
export function TranscriptPage() {
  return (
    <OfInterview title={text('interview:transcript.title')} toCoding>
      {(its) => <Lines its={its} />}
    </OfInterview>
  )
}

function Lines({ its }: { readonly its: InterviewRecord }) {
  const lines = useTextLines(its.id)
  const may = useMay('transcript', 'edit', scopeOfInterview(its))
  const speakers = useMemo(() => listSpeakers(lines), [lines])
  return (
    <>
      {lines.length > 0 && (
        <Section
          title={text('interview:transcript.lines', { count: lines.length })}
          hint={
            may ? text('interview:transcript.correctHint') : text('interview:transcript.readOnly')
          }
        >
          <Text size="sm" c="gray.7">
            {speakers
              .map(({ speaker, lines: own }) =>
                text('interview:transcript.speaker', { name: speaker, count: own }),
              )
              .join(' · ')}
          </Text>
          <TranscriptLines its={its} lines={lines} disabled={!may} />
        </Section>
      )}
      {lines.length > 0 && <TalkPaperSection interviewId={its.id} />}
      {may && <Append its={its} lines={lines} />}
    </>
  )
}

function Append({
  its,
  lines,
}: {
  readonly its: InterviewRecord
  readonly lines: readonly TextLine[]
}) {
  const act = useAct()
  const doing = useDoing()
  const known = useRecord(transcript, transcriptId(its.id))
  const kept = useKeptDraft<string>(`transcript:more:${its.id}`, '', (words) =>
    typeof words === 'string' ? words : null,
  )
  const typed = kept.value ?? ''
  const fresh = useMemo(() => preview(typed), [typed])
  const save = async () => {
    const texts = trimmed(typed)
    const keys = keysAfter(lines.at(-1)?.key ?? null, texts.length)
    const added = Object.fromEntries(texts.map((line, index) => [keys[index] ?? '', line]))
    const made = await doing.run(() =>
      act({
        kind: transcript,
        recordId: transcriptId(its.id),
        verb: known === null ? 'create' : 'edit',
        input: {},
        fields:
          known === null
            ? { interviewId: its.id, familyId: its.familyId, lines: added }
            : { lines: { ...known.lines, ...added } },
      }),
    )
    if (made === null) return
    kept.change('')
    await kept.clear()
  }
  return (
    <Section
      title={text(lines.length === 0 ? 'interview:transcript.write' : 'interview:transcript.goOn')}
      hint={text('interview:transcript.writeHint')}
    >
      <Textarea
        aria-label={text('interview:transcript.write')}
        placeholder={lines.length === 0 ? text('interview:transcript.example') : ''}
        autosize
        minRows={lines.length === 0 ? 10 : 4}
        maxRows={24}
        value={typed}
        onChange={(event) => kept.change(event.currentTarget.value)}
      />
      {kept.restored && typed !== '' && <output>{text('sync:draftRestored')}</output>}
      {typed.trim() !== '' && (
        <>
          <Text size="sm" c="gray.7" role="status">
            {text('interview:transcript.found', {
              lines: fresh.lines.length,
              speakers:
                fresh.speakers.length === 0
                  ? '–'
                  : formatList(fresh.speakers.map(({ speaker }) => speaker)),
            })}
          </Text>
          <Group>
            <Button loading={doing.busy} onClick={() => void save()}>
              {text('interview:transcript.keep')}
            </Button>
          </Group>
        </>
      )}
      <DoingNote doing={doing} />
    </Section>
  )
}

function trimmed(typed: string): readonly string[] {
  return splitLines(typed.replace(/\s+$/u, ''))
}

function preview(typed: string) {
  const texts = trimmed(typed)
  const keys = firstKeys(texts.length)
  const lines = layOutLines(
    Object.fromEntries(texts.map((line, index) => [keys[index] ?? '', line])),
  )
  return { lines, speakers: listSpeakers(lines) }
}
