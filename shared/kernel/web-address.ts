/** Tells whether a text is a web address as people write it, with or without `https://`. */
export function isWebAddress(text: string): boolean {
  return /^(?:https?:\/\/)?(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+\p{L}{2,}(?::\d+)?(?:[/?#]\S*)?$/iu.test(
    text.trim(),
  )
}
