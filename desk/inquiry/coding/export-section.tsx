import { Button, Checkbox, Group, Text } from '@mantine/core'
import { useState } from 'react'
import {
  codesToExport,
  exportRefi,
  listRefiCodes,
} from '../../../core/inquiry/coding/refi/export-refi.ts'
import { openText } from '../../../core/inquiry/coding/refi/hidden-text.ts'
import type { KnownText } from '../../../core/inquiry/coding/refi/match-sources.ts'
import { writeRefiCodebook } from '../../../core/inquiry/coding/refi/write-refi.ts'
import { staff } from '../../../core/access/staff.ts'
import { joinLines } from '../../../core/inquiry/interview/text-lines.ts'
import { announce, currentLanguage, formatDay, saveFile, Section, text } from '../../kit/index.ts'
import { useNoteRead, useRecords, useToday } from '../../sync/index.ts'
import { useFamilyCodes, useFamilyNames, usePeople, whoText } from '../interview/use-interviews.ts'
import { caseIdOf, useAllSpans, useHiding } from './use-cases.ts'
import { useCodebook } from './use-coding.ts'
import { descriptionMarks, useKnownTexts } from './use-exchange.ts'
import { packProject } from './refi/qdpx.ts'

const origin = 'Kiteline'

/** A project with the texts chosen, or the codebook alone; names stay hidden unless somebody asks for them. */
export function ExportSection() {
  const texts = useKnownTexts()
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [openNames, setOpenNames] = useState(false)
  const people = usePeople()
  const familyName = useFamilyNames()
  const chosen = texts.filter(({ interview }) => !left.has(interview.id))
  const save = useSave(chosen, openNames)
  const toggle = (id: string, isIn: boolean) =>
    setLeft((before) => {
      const after = new Set(before)
      if (isIn) after.delete(id)
      else after.add(id)
      return after
    })
  return (
    <Section title={text('interview:exchange.out')} hint={text('interview:exchange.outHint')}>
      {texts.length === 0 && <Text>{text('interview:exchange.noTexts')}</Text>}
      {texts.map(({ interview }) => (
        <Checkbox
          key={interview.id}
          label={text('interview:exchange.text', {
            who: whoText(people, interview),
            family: familyName(interview.familyId),
            day: formatDay(interview.heldOn, text('interview:noDay')),
          })}
          checked={!left.has(interview.id)}
          onChange={(event) => toggle(interview.id, event.currentTarget.checked)}
        />
      ))}
      {texts.length > 0 && (
        <Checkbox
          label={text('interview:quotations.hideNames')}
          description={text('interview:exchange.hideHint')}
          checked={!openNames}
          onChange={(event) => setOpenNames(!event.currentTarget.checked)}
        />
      )}
      <Group>
        <Button disabled={chosen.length === 0} onClick={save.project}>
          {text('interview:exchange.saveProject', { count: chosen.length })}
        </Button>
        <Button variant="default" onClick={save.codebook}>
          {text('interview:exchange.saveCodebook')}
        </Button>
      </Group>
    </Section>
  )
}

function useSave(chosen: readonly KnownText[], openNames: boolean) {
  const book = useCodebook()
  const spans = useAllSpans()
  const people = useRecords(staff)
  const codeOf = useFamilyCodes()
  const hide = useHiding()
  const today = useToday()
  const noteRead = useNoteRead()
  const marks = descriptionMarks[currentLanguage()]
  const codes = book.tree.map(({ code }) => code)
  const leave = (words: string) => (openNames ? words : hide(words))
  const nameOf = ({ interview }: KnownText, index: number) =>
    [
      interview.familyId === null ? text('interview:noFamily') : codeOf(interview.familyId),
      text(`interview:role.${interview.role}`),
      interview.heldOn ?? '',
      String(index + 1),
    ]
      .filter((part) => part !== '')
      .join(' ')
      // A name becomes a file's name in other programs.
      .replace(/[\\/:*?"<>|]/g, '-')
  const project = () => {
    const ids = new Set(chosen.map(({ interview }) => interview.id))
    const own = spans.filter(({ interviewId }) => ids.has(interviewId))
    const { project: made, leftOut } = exportRefi({
      name: text('interview:exchange.projectName', { day: today }),
      origin,
      codes: codesToExport(codes, own),
      texts: chosen.map((one, index) => ({
        interview: one.interview,
        name: nameOf(one, index),
        lines: one.lines,
        leaving: openNames ? openText(joinLines(one.lines)) : one.hidden,
        memo: leave(one.interview.memo),
        caseId: caseIdOf(one.interview),
        caseName:
          one.interview.familyId === null
            ? text(`interview:role.${one.interview.role}`)
            : codeOf(one.interview.familyId),
      })),
      spans: own,
      staff: people,
      marks,
      hide: leave,
    })
    for (const familyId of new Set(chosen.map(({ interview }) => interview.familyId)))
      if (familyId !== null) noteRead('family', familyId, 'codingProject')
    const bytes = packProject(made, new Date().toISOString())
    saveFile(`kiteline-${today}.qdpx`, Uint8Array.from(bytes), 'application/zip')
    if (leftOut.length > 0)
      announce({ words: text('interview:exchange.leftBehind', { count: leftOut.length }) })
  }
  const codebook = () => {
    const listed = listRefiCodes(codesToExport(codes, spans), marks)
    saveFile(`kiteline-${today}.qdc`, writeRefiCodebook(listed, origin), 'application/xml')
  }
  return { project, codebook }
}
