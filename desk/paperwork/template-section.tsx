import { Anchor, Button, FileButton, Group, NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { z } from 'zod'
import { forms, formTemplate, type Form } from '../../core/paperwork/form-template.ts'
import { refuse, type Refusal } from '../../core/kit/outcome.ts'
import {
  currentLanguage,
  DataTable,
  DoingNote,
  EmptyState,
  formatDay,
  Section,
  text,
  useDoing,
} from '../kit/index.ts'
import { TemplateProblems } from './template-problems.tsx'
import { callServer, sendFile, useSendSoon, useOnline, useRecords } from '../sync/index.ts'

const storedShape = z.object({ id: z.uuid(), size: z.number() })
const takenShape = z.object({
  templateId: z.uuid().nullable(),
  problems: z.array(
    z.object({ id: z.string(), details: z.record(z.string(), z.union([z.string(), z.number()])) }),
  ),
})

/** A .doc, also under another name, or a document with a password. */
const oldWord: readonly unknown[] = ['word97', 'ole', 'oleEncrypted']

function isOldWord({ id, details }: Refusal): boolean {
  return id === 'FileTypeNotAllowed' && oldWord.includes(details['found'])
}

/** The agency's own Word forms; a wrong field is named when the file is uploaded, not when the report is due. */
export function TemplateSection() {
  const templates = useRecords(formTemplate)
  const online = useOnline()
  const sendSoon = useSendSoon()
  const doing = useDoing()
  const [form, setForm] = useState<Form>('evaluationSummary')
  const [problems, setProblems] = useState<readonly Refusal[]>([])
  const upload = async (file: File | null): Promise<void> => {
    if (file === null) return
    setProblems([])
    const taken = await doing.run(async () => {
      const stored = await sendFile('/api/files/template/agency', file, storedShape)
      if (!stored.ok) return isOldWord(stored.refusal) ? refuse('TemplateOldWord') : stored
      const title = file.name.replace(/\.docx$/i, '').slice(0, 120)
      return callServer(
        '/api/templates',
        { fileId: stored.value.id, title, form, language: currentLanguage() },
        takenShape,
      )
    })
    if (taken !== null) setProblems(taken.problems)
    sendSoon()
  }
  return (
    <Section title={text('paperwork:templates.title')} hint={text('paperwork:templates.hint')}>
      <NativeSelect
        label={text('paperwork:templates.form')}
        value={form}
        data={forms.map((value) => ({ value, label: text(`paperwork:formName.${value}`) }))}
        onChange={({ currentTarget }) =>
          setForm(forms.find((one) => one === currentTarget.value) ?? 'evaluationSummary')
        }
      />
      <Group>
        <Anchor href={`/api/templates/default/${form}/${currentLanguage()}`} download>
          {text(`paperwork:templates.default.${form}`)}
        </Anchor>
        <Anchor href={`/api/templates/fields/${form}/${currentLanguage()}`} download>
          {text('paperwork:templates.fieldList')}
        </Anchor>
        <FileButton
          accept=".docx"
          onChange={(file) => void upload(file)}
          disabled={!online || doing.busy}
        >
          {(props) => (
            <Button {...props} variant="default" loading={doing.busy}>
              {text('paperwork:templates.upload')}
            </Button>
          )}
        </FileButton>
      </Group>
      <DoingNote doing={doing} />
      <TemplateProblems problems={problems} />
      <DataTable
        caption={text('paperwork:templates.title')}
        rows={templates}
        keyOf={({ id }) => id}
        empty={<EmptyState title={text('paperwork:templates.none')} />}
        columns={[
          { name: 'title', label: text('paperwork:templates.name'), show: ({ title }) => title },
          {
            name: 'form',
            label: text('paperwork:templates.form'),
            show: (row) => text(`paperwork:formName.${row.form}`),
          },
          {
            name: 'on',
            label: text('paperwork:templates.uploadedOn'),
            show: ({ uploadedOn }) => formatDay(uploadedOn),
          },
          {
            name: 'fields',
            label: text('paperwork:templates.fields'),
            numeric: true,
            show: ({ fields }) => fields.length,
          },
        ]}
      />
    </Section>
  )
}
