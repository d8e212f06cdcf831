import { FileInput, Text } from '@mantine/core'
import { useRef, useState } from 'react'
import { DoingNote, LongJob, Section, text, useDoing } from '../../kit/index.ts'
import { sendFile } from '../../sync/index.ts'
import { bookShape, type Book } from '../../sync/book-parse.ts'

/** The server reads the file (it knows bombs and old encodings); nothing of it is kept there. */
export function FileStep({
  name,
  onRead,
}: {
  readonly name: string | null
  readonly onRead: (book: Book, name: string) => void
}) {
  const doing = useDoing()
  const [file, setFile] = useState<File | null>(null)
  const stop = useRef<AbortController | null>(null)
  const read = async (chosen: File | null) => {
    setFile(chosen)
    if (chosen === null) return
    stop.current = new AbortController()
    const { signal } = stop.current
    const book = await doing.run(() => sendFile('/api/spreadsheet', chosen, bookShape, { signal }))
    if (book !== null) onRead(book, `${chosen.name} ${chosen.lastModified}`)
  }
  return (
    <Section title={text('inquiry:importing.file')} hint={text('inquiry:importing.fileHint')}>
      <FileInput
        label={text('inquiry:importing.choose')}
        accept=".xlsx,.csv,.txt"
        value={file}
        disabled={doing.busy}
        onChange={(chosen) => void read(chosen)}
      />
      {doing.busy && (
        <LongJob
          label={text('inquiry:importing.reading')}
          part={null}
          onCancel={() => stop.current?.abort()}
        />
      )}
      <DoingNote doing={doing} />
      {name !== null && !doing.busy && <Text c="gray.7">{text('inquiry:importing.read')}</Text>}
    </Section>
  )
}
