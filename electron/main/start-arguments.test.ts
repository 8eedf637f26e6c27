import { describe, expect, it } from 'vitest'
import { readStartArguments } from './start-arguments.ts'

describe('arguments of the program', () => {
  it('name a workspace by --workspace, in either spelling, relative to the folder', () => {
    const expected = { workspace: '/home/office/a.qosdiplom', screenshot: null }
    expect(readStartArguments(['--workspace', 'a.qosdiplom'], '/home/office')).toEqual(expected)
    expect(readStartArguments(['--workspace=a.qosdiplom'], '/home/office')).toEqual(expected)
  })

  it('take a workspace file by itself, as a file manager passes it', () => {
    const args = ['/opt/app', '--no-sandbox', '/media/Тізілім 2026.QOSDIPLOM']
    expect(readStartArguments(args, '/').workspace).toBe('/media/Тізілім 2026.QOSDIPLOM')
  })

  it('pass over everything else', () => {
    const args = ['.', '--inspect=0', '--lang=kk', 'register.xlsx']
    expect(readStartArguments(args, '/')).toEqual({ workspace: null, screenshot: null })
  })

  it('say where a picture of the window goes', () => {
    expect(readStartArguments(['--screenshot=out/start.png'], '/work').screenshot).toBe('/work/out/start.png')
  })
})
