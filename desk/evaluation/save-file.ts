/** Hands a file to the person: it is made here and leaves this device only if the person sends it. */
export function saveFile(name: string, content: Blob): void {
  const address = URL.createObjectURL(content)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}

/** A title as a file name: what no system takes is left out. */
export function fileNameOf(title: string, ending: string): string {
  const plain = title
    .replaceAll(/[\\/:*?"<>|“”\p{Cc}]/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
  return `${plain.slice(0, 80)}.${ending}`
}
