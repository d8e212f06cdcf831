import { Button, FileInput, List, Text } from '@mantine/core'
import { useState } from 'react'
import type { Instrument } from '../../../core/inquiry/instrument.ts'
import { readXlsform, type XlsformReading } from '../../../core/inquiry/xlsform/read-xlsform.ts'
import { done, type Outcome } from '../../../core/kit/outcome.ts'
import { type Doing, DoingNote, Facts, LongJob, Section, text, useDoing } from '../../kit/index.ts'
import { bookShape } from '../../sync/book-parse.ts'
import { sendFile } from '../../sync/index.ts'
import styles from '../inquiry.module.css'
import { titleOf } from '../words.ts'

/** A form of another tool: read, shown with what is refused and where, and kept as a draft only when nothing is. */
export function XlsformStep({
  doing,
  onSave,
}: {
  readonly doing: Doing
  readonly onSave: (made: Outcome<Instrument>) => void
}) {
  const asking = useDoing()
  const [file, setFile] = useState<File | null>(null)
  const [reading, setReading] = useState<XlsformReading | null>(null)
  const read = async (chosen: File | null) => {
    setFile(chosen)
    setReading(null)
    if (chosen === null) return
    const book = await asking.run(() => sendFile('/api/spreadsheet', chosen, bookShape))
    if (book !== null) setReading(readXlsform(book.sheets, chosen.name.replace(/\.xlsx$/i, '')))
  }
  return (
    <Section title={text('inquiry:xlsform.title')} hint={text('inquiry:xlsform.hint')}>
      <FileInput
        label={text('inquiry:xlsform.file')}
        accept=".xlsx"
        value={file}
        disabled={asking.busy}
        onChange={(chosen) => void read(chosen)}
      />
      {asking.busy && <LongJob label={text('inquiry:importing.reading')} part={null} />}
      <DoingNote doing={asking} />
      {reading !== null && <Reading reading={reading} />}
      <DoingNote doing={doing} />
      {reading?.instrument !== null && reading !== null && (
        <div>
          <Button
            loading={doing.busy}
            onClick={() => reading.instrument !== null && onSave(done(reading.instrument))}
          >
            {text('inquiry:form.saveDraft')}
          </Button>
        </div>
      )}
    </Section>
  )
}

function Reading({ reading }: { readonly reading: XlsformReading }) {
  const { instrument, faults, leftOut } = reading
  return (
    <>
      {instrument !== null && (
        <Facts
          rows={[
            { label: text('inquiry:editor.title'), value: titleOf(instrument) },
            {
              label: text('inquiry:instrument.version'),
              value: `${instrument.code} · ${instrument.version}`,
            },
            { label: text('inquiry:form.items'), value: String(instrument.items.length) },
            { label: text('inquiry:form.scales'), value: String(instrument.subscales.length) },
          ]}
        />
      )}
      {faults.length > 0 && (
        <div role="alert">
          <Text fw={600}>{text('inquiry:xlsform.refused', { count: faults.length })}</Text>
          <table className={styles.numbers}>
            <thead>
              <tr>
                <th scope="col">{text('inquiry:importing.sheet')}</th>
                <th scope="col">{text('inquiry:importing.row')}</th>
                <th scope="col" className={styles.words}>
                  {text('inquiry:xlsform.what')}
                </th>
                <th scope="col" className={styles.words}>
                  {text('inquiry:xlsform.why')}
                </th>
              </tr>
            </thead>
            <tbody>
              {faults.map(({ id, sheet, row, name }) => (
                <tr key={`${sheet} ${row} ${id} ${name}`}>
                  <th scope="row">{sheet}</th>
                  <td>{row}</td>
                  <td className={styles.words}>
                    <code>{name}</code>
                  </td>
                  <td className={styles.words}>{text(`inquiry:xlsform.fault.${id}`)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {leftOut.length > 0 && (
        <details>
          <summary>{text('inquiry:xlsform.leftOut', { count: leftOut.length })}</summary>
          <List>
            {leftOut.map(({ sheet, row, name }) => (
              <List.Item key={`${sheet} ${row} ${name}`}>
                {text('inquiry:xlsform.leftOutLine', { sheet, row, name })}
              </List.Item>
            ))}
          </List>
        </details>
      )}
    </>
  )
}
