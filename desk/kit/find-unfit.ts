import { text } from './text.ts'

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

function isField(element: Element): element is Field {
  return (
    element instanceof HTMLInputElement ||
    element instanceof HTMLTextAreaElement ||
    element instanceof HTMLSelectElement
  )
}

function nameOf(field: Field): string {
  const label = field.labels?.[0]?.textContent ?? field.getAttribute('aria-label') ?? ''
  return label.replace(/\s*\*\s*$/, '')
}

function describe(field: Field): string {
  const { valueMissing, tooShort, customError } = field.validity
  // A field that knows better what is wrong with it says so itself.
  if (customError) return field.validationMessage
  if (valueMissing) return text('kit:form.missing', { field: nameOf(field) })
  return tooShort && !(field instanceof HTMLSelectElement)
    ? text('kit:form.tooShort', { field: nameOf(field), least: field.minLength })
    : text('kit:form.unfit', { field: nameOf(field) })
}

/** The first field that is not filled in as it says it has to be, with what to tell the person; null when all fit. */
export function findUnfit(
  form: HTMLFormElement,
): { readonly field: Field; readonly words: string } | null {
  const field = [...form.elements].filter(isField).find((one) => !one.validity.valid)
  return field === undefined ? null : { field, words: describe(field) }
}
