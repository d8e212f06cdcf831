import { Button, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import {
  contentOfGuide,
  type GuideContent,
  interviewGuide,
} from '../../../core/inquiry/interview/interview-guide.ts'
import type { Words } from '../../../core/inquiry/words.ts'
import { fieldsAsJson } from '../../../core/kit/json-parse.ts'
import {
  DoingNote,
  EmptyState,
  Form,
  Page,
  Section,
  StickyActions,
  text,
  useDoing,
} from '../../kit/index.ts'
import { newId, useAct, useActor, useRecords } from '../../sync/index.ts'
import { WordsFields } from '../instruments/editor/words-fields.tsx'
import { contentOfForm, formOfGuide, type GuideForm } from './guide-form.ts'
import { blankPart, GuideParts } from './guide-parts.tsx'
import { type KnownGuide, useGuide } from './use-guides.ts'

/** A guide of the agency's own, from one that came along; or the next version of an own one. */
export function GuideFormPage() {
  const { role } = useParams()
  const known = useGuide(role)
  if (known === null)
    return (
      <Page title={text('interview:guide.missing')}>
        <EmptyState title={text('interview:guide.missing')} />
      </Page>
    )
  return <Editing key={known.guide.code} known={known} />
}

function contentOf({ guide, record }: KnownGuide): GuideContent {
  if (record === null) return contentOfGuide(guide)
  const { role, madeFrom, title, minutes, opening, does, donts, harm, parts, closing } = record
  return { role, madeFrom, title, minutes, opening, does, donts, harm, parts, closing }
}

function Editing({ known }: { readonly known: KnownGuide }) {
  const { guide, record } = known
  const [form, setForm] = useState<GuideForm>(() => formOfGuide(contentOf(known)))
  const act = useAct()
  const doing = useDoing()
  const navigate = useNavigate()
  const { staffId } = useActor()
  const others = useRecords(interviewGuide, { lineId: record?.lineId ?? '' })
  const set = (part: Partial<GuideForm>) => setForm((before) => ({ ...before, ...part }))
  const save = async () => {
    const recordId = newId()
    const fields = {
      ...contentOfForm(form),
      lineId: record?.lineId ?? recordId,
      version: nextVersion(others),
      madeById: staffId,
      state: 'active',
    }
    const made = await doing.run(() =>
      act({
        kind: interviewGuide,
        recordId,
        verb: 'create',
        input: {},
        fields: fieldsAsJson(fields),
      }),
    )
    if (made !== null) await navigate(`/inquiry/guides/${recordId}`, { replace: true })
  }
  const words = (label: string, name: WordsOf, minRows = 1) => (
    <WordsFields
      label={label}
      words={form[name]}
      minRows={minRows}
      onChange={(changed) => set({ [name]: changed })}
    />
  )
  return (
    <Page
      title={text(record === null ? 'interview:guide.copy' : 'interview:guide.change')}
      back={{ to: `/inquiry/guides/${guide.code}`, label: text('kit:back') }}
      wide
    >
      <Text>{text('interview:guide.changeHint')}</Text>
      <Form onSubmit={() => void save()}>
        <Section title={text('interview:guide.about')}>
          {words(text('interview:guide.title'), 'title')}
          <TextInput
            label={text('interview:fields.minutes')}
            maxLength={20}
            value={form.minutes}
            onChange={(event) => set({ minutes: event.currentTarget.value })}
          />
          {words(text('interview:talk.opening'), 'opening', 3)}
          {words(text('interview:guide.harm'), 'harm', 3)}
          {words(text('interview:guide.does'), 'does', 3)}
          {words(text('interview:guide.donts'), 'donts', 3)}
        </Section>
        <GuideParts parts={form.parts} onChange={(parts) => set({ parts })} />
        <div>
          <Button
            variant="default"
            onClick={() => set({ parts: [...form.parts, blankPart(form.parts)] })}
          >
            {text('interview:guide.addPart')}
          </Button>
        </div>
        <Section title={text('interview:talk.closing')}>
          {words(text('interview:talk.closing'), 'closing', 2)}
        </Section>
        <DoingNote doing={doing} />
        <StickyActions>
          <Button type="submit" loading={doing.busy}>
            {text('interview:guide.save', { version: nextVersion(others) })}
          </Button>
        </StickyActions>
      </Form>
    </Page>
  )
}

type WordsOf = {
  [Name in keyof GuideForm]: GuideForm[Name] extends Words ? Name : never
}[keyof GuideForm]

function nextVersion(others: readonly { readonly version: number }[]): number {
  return Math.max(0, ...others.map(({ version }) => version)) + 1
}
