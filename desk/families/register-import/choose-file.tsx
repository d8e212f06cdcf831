import { Button, FileInput, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { DoingNote, Section, text, useDoing } from '../../kit/index.ts'
import { sendFile, useOnline } from '../../sync/index.ts'
import { type Book, bookShape } from '../../sync/book-parse.ts'

/** The file is read by the server, which keeps nothing of it. */
export function ChooseFile({ onBook }: { readonly onBook: (book: Book, name: string) => void }) {
  const doing = useDoing()
  const online = useOnline()
  const [file, setFile] = useState<File | null>(null)
  const read = async () => {
    if (file === null) return
    const book = await doing.run(() => sendFile('/api/spreadsheet', file, bookShape))
    if (book !== null) onBook(book, file.name)
  }
  return (
    <Section title={text('families:import.chooseTitle')} hint={text('families:import.chooseHint')}>
      <Stack gap="sm">
        <FileInput
          label={text('families:import.file')}
          placeholder={text('families:import.choose')}
          accept=".xlsx,.csv,.txt"
          value={file}
          onChange={setFile}
          clearable
          clearButtonProps={{ 'aria-label': text('kit:remove') }}
        />
        {!online && <Text>{text('families:import.offline')}</Text>}
        <DoingNote doing={doing} />
        <Button onClick={() => void read()} disabled={file === null} loading={doing.busy}>
          {text('families:import.read')}
        </Button>
      </Stack>
    </Section>
  )
}
