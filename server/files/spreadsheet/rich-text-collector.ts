/** Joins the <t> of one text item. */
export class RichTextCollector {
  #text = ''
  #inText = false
  #phonetic = 0

  begin(): void {
    this.#text = ''
  }

  open(name: string): void {
    if (name === 'rPh') this.#phonetic += 1
    if (name === 't') this.#inText = true
  }

  add(text: string): void {
    if (this.#inText && this.#phonetic === 0) this.#text += text
  }

  close(name: string): void {
    if (name === 'rPh') this.#phonetic -= 1
    if (name === 't') this.#inText = false
  }

  end(): string {
    return decodeEscapes(this.#text)
  }
}

/** Characters XML cannot hold are written _xHHHH_ in these files. */
export function decodeEscapes(text: string): string {
  if (!text.includes('_x')) return text
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  )
}
