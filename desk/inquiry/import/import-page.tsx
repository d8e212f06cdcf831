import { useState } from 'react'
import { useParams } from 'react-router'
import { wave } from '../../../core/inquiry/wave.ts'
import { EmptyState, Page, text } from '../../kit/index.ts'
import { useRecord, useSurvey } from '../../sync/index.ts'
import { useWaveInstruments, type WaveRecord } from '../waves/use-wave.ts'
import type { Book } from '../../sync/book-parse.ts'
import { FileStep } from './file-step.tsx'
import { TableStep } from './table-step.tsx'

/** Answers from another tool's export: read, mapped, checked; written only after the person has agreed. */
export function ImportPage() {
  const { waveId } = useParams()
  const its = useRecord(wave, waveId)
  const title = text('inquiry:importing.title')
  if (its === null)
    return (
      <Page title={title} back={{ to: '/inquiry', label: text('inquiry:waves.title') }}>
        <EmptyState title={text('inquiry:waves.missing')} />
      </Page>
    )
  return (
    <Page title={title} back={{ to: `/inquiry/waves/${its.id}`, label: its.title }} wide>
      <Importing wave={its} />
    </Page>
  )
}

function Importing({ wave: its }: { readonly wave: WaveRecord }) {
  const [book, setBook] = useState<{ readonly book: Book; readonly name: string } | null>(null)
  const instruments = useWaveInstruments(its)
  useSurvey(its.subject === 'codes' ? its.id : null)
  if (its.state === 'closed') return <EmptyState title={text('inquiry:refusals.WaveClosed')} />
  return (
    <>
      <FileStep name={book?.name ?? null} onRead={(read, name) => setBook({ book: read, name })} />
      {book !== null && (
        <TableStep key={book.name} wave={its} instruments={instruments} book={book.book} />
      )}
    </>
  )
}
