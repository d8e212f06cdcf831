/** Hands a file made on this device to the browser's downloads. */
export function saveFile(name: string, content: BlobPart, type: string): void {
  const address = URL.createObjectURL(new Blob([content], { type }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  URL.revokeObjectURL(address)
}

export function saveCsv(name: string, csv: string): void {
  saveFile(name, csv, 'text/csv;charset=utf-8')
}
