import { Button, FileInput, Group, Textarea } from '@mantine/core'
import { useState } from 'react'
import { readInstrumentContent } from '../../../core/inquiry/instrument-content.ts'
import type { Instrument } from '../../../core/inquiry/instrument.ts'
import { refuse, type Outcome } from '../../../core/kit/outcome.ts'
import { type Doing, DoingNote, Form, text } from '../../kit/index.ts'

const mostCharacters = 400_000

async function readYaml(source: string): Promise<Outcome<Instrument>> {
  const { parseDocument } = await import('yaml')
  const document = parseDocument(source.slice(0, mostCharacters), { uniqueKeys: true })
  const [wrong] = document.errors
  if (wrong !== undefined) {
    const [place] = wrong.linePos ?? []
    return refuse('InstrumentNotReadable', {
      part: text('inquiry:form.line', { line: place?.line ?? 0 }),
      problem: wrong.code,
    })
  }
  return readInstrumentContent(document.toJS({ maxAliasCount: 0 }))
}

/** For whoever has the whole key as a file: pasted, or read from a file. */
export function YamlForm({
  doing,
  onSave,
}: {
  readonly doing: Doing
  readonly onSave: (made: Outcome<Instrument>) => void
}) {
  const [source, setSource] = useState('')
  const submit = () => {
    readYaml(source).then(onSave, reportError)
  }
  return (
    <Form onSubmit={submit}>
      <FileInput
        label={text('inquiry:form.yamlFile')}
        accept=".yaml,.yml,.txt"
        onChange={(file) => {
          file?.text().then(setSource, reportError)
        }}
      />
      <Textarea
        label={text('inquiry:form.yaml')}
        description={text('inquiry:form.yamlHint')}
        required
        autosize
        minRows={12}
        maxRows={30}
        spellCheck={false}
        ff="monospace"
        value={source}
        onChange={(event) => setSource(event.currentTarget.value)}
      />
      <DoingNote doing={doing} />
      <Group>
        <Button type="submit" loading={doing.busy} disabled={source.trim() === ''}>
          {text('inquiry:form.saveDraft')}
        </Button>
      </Group>
    </Form>
  )
}
