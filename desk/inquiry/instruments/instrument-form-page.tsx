import { useState } from 'react'
import { useNavigate, useParams, useSearchParams } from 'react-router'
import { instrument, instrumentIdOf, type Instrument } from '../../../core/inquiry/instrument.ts'
import { nextVersion, startInstrument } from '../../../core/inquiry/edit/start-instrument.ts'
import { blankInstrument, makeSimpleInstrument } from '../../../core/inquiry/simple-instrument.ts'
import { fieldsAsJson } from '../../../core/kit/json-parse.ts'
import { refuse, type Outcome } from '../../../core/kit/outcome.ts'
import { announce, EmptyState, Page, SegmentedChoice, text, useDoing } from '../../kit/index.ts'
import { useAct } from '../../sync/index.ts'
import { InstrumentEditor } from './editor/instrument-editor.tsx'
import { InstrumentForm } from './instrument-form.tsx'
import { useInstrument, useInstruments } from './use-instruments.ts'
import { XlsformStep } from './xlsform-step.tsx'
import { YamlForm } from './yaml-form.tsx'

const ways = ['editor', 'form', 'xlsform', 'yaml'] as const

/** New, a copy (`?from=`), or a draft being changed. */
export function InstrumentFormPage() {
  const { instrumentId } = useParams()
  const [asked] = useSearchParams()
  const from = asked.get('from')
  const base = useInstrument(instrumentId ?? from)
  const isNew = instrumentId === undefined
  const [way, setWay] = useState<(typeof ways)[number]>('form')
  const back = { to: '/inquiry/instruments', label: text('inquiry:instruments.title') }
  const title = text(isNew ? 'inquiry:instruments.new' : 'inquiry:form.change')
  if (base === null && (instrumentId ?? from) !== null)
    return (
      <Page title={title} back={back}>
        <EmptyState title={text('inquiry:instruments.missing')} />
      </Page>
    )
  return (
    <Page title={title} back={back} wide>
      {isNew && from === null && (
        <SegmentedChoice
          label={text('inquiry:form.way')}
          options={ways.map((value) => ({ value, label: text(`inquiry:form.ways.${value}`) }))}
          value={way}
          onChange={setWay}
        />
      )}
      <Editing
        key={base?.id ?? ''}
        base={base}
        isNew={isNew}
        way={isNew && from === null ? way : 'editor'}
      />
    </Page>
  )
}

/** A copy is the next version of the same questionnaire; used versions stay as they are (INQ-1). */
function startFrom(
  base: Instrument | null,
  isNew: boolean,
  known: readonly Instrument[],
): Instrument {
  if (base === null) return startInstrument()
  const taken = known.filter(({ code }) => code === base.code).map(({ version }) => version)
  return isNew
    ? { ...bare(base), state: 'draft', version: nextVersion(base.version, taken) }
    : bare(base)
}

function Editing({
  base,
  isNew,
  way,
}: {
  readonly base: (Instrument & { readonly id: string }) | null
  readonly isNew: boolean
  readonly way: (typeof ways)[number]
}) {
  const act = useAct()
  const doing = useDoing()
  const navigate = useNavigate()
  const known = useInstruments()
  const save = async (made: Outcome<Instrument>) => {
    const kept = await doing.run(async () => {
      if (!made.ok) return made
      const id = instrumentIdOf(made.value.code, made.value.version)
      const recordId = isNew || base === null ? id : base.id
      const isTaken = isNew && known.some((one) => one.id === recordId)
      if (isTaken)
        return refuse('InstrumentExists', { code: made.value.code, version: made.value.version })
      const { state: _state, ...fields } = fieldsAsJson(made.value)
      const verb = isNew ? 'create' : 'edit'
      const acted = await act({
        kind: instrument,
        recordId,
        verb,
        input: {},
        fields: isNew ? { ...fields, state: 'draft' } : withoutFixed(fields),
      })
      return acted.ok ? { ok: true, value: recordId } : acted
    })
    if (kept === null) return false
    announce({ words: text('kit:savedHere') })
    await navigate(`/inquiry/instruments/${kept}`, { replace: true })
    return true
  }
  if (way === 'yaml') return <YamlForm doing={doing} onSave={(made) => void save(made)} />
  if (way === 'xlsform') return <XlsformStep doing={doing} onSave={(made) => void save(made)} />
  if (way === 'form')
    return (
      <InstrumentForm
        initial={blankInstrument}
        isNew
        hasBefore={false}
        doing={doing}
        onSave={(form) => void save(makeSimpleInstrument(form, null))}
      />
    )
  return (
    <InstrumentEditor
      name={isNew ? `new:${base?.id ?? ''}` : (base?.id ?? '')}
      initial={startFrom(base, isNew, known)}
      isNew={isNew}
      doing={doing}
      onSave={save}
    />
  )
}

function withoutFixed<Fields extends Readonly<Record<string, unknown>>>(fields: Fields) {
  const { code: _code, version: _version, ...rest } = fields
  return rest
}

/** The instrument itself, without the marks of its record. */
function bare(base: Instrument): Instrument {
  const known = new Set(instrument.fieldNames)
  return instrument.read(
    fieldsAsJson(Object.fromEntries(Object.entries(base).filter(([name]) => known.has(name)))),
  )
}
