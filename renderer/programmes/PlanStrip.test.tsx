// @vitest-environment happy-dom
import { MantineProvider } from '@mantine/core'
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { useEffect, useState } from 'react'
import { I18nextProvider } from 'react-i18next'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { StudyPlan } from '../../shared/programmes/programme.ts'
import { i18n, speak } from '../app/i18n.ts'
import { PreferencesProvider } from '../app/preferences.tsx'
import { hostsOf } from './plan-edit.ts'
import { planNotation } from './plan-format.ts'
import { presentHosts } from './plan-hosts.ts'
import { PlanFormatField } from './PlanFormatField.tsx'
import { PlanStrip } from './PlanStrip.tsx'

const munich = '01900000-0000-7000-8000-000000000001'
const porto = '01900000-0000-7000-8000-000000000002'
const names = new Map<string | null, string>([
  [null, 'Home'],
  [munich, 'Munich'],
  [porto, 'Porto'],
])

const planOf = (hosts: (string | null)[]): StudyPlan =>
  hosts.map((partnerId) => ({ partnerId, credits: 30, startsOn: null, endsOn: null }))

/** The plan that the page holds, in letters: H home, M Munich, P Porto, with the credits. */
function shown(plan: StudyPlan): string {
  return plan.map((period) => (names.get(period.partnerId) ?? '?').charAt(0)).join('')
}

let held: StudyPlan = []
const hold = (plan: StudyPlan) => {
  held = plan
}

function Editor({ start, partners }: { start: StudyPlan; partners: string[] }) {
  const [plan, setPlan] = useState(start)
  useEffect(() => hold(plan), [plan])
  const ids = hostsOf(
    partners.map((partnerId) => ({ partnerId })),
    plan,
  )
  return (
    <>
      <PlanFormatField plan={plan} level="bachelor" partnerIds={partners} onChange={setPlan} />
      <PlanStrip
        plan={plan}
        hosts={presentHosts(ids, (id) => names.get(id) ?? '', 'en')}
        onChange={setPlan}
      />
      <output>{planNotation(plan)}</output>
    </>
  )
}

function open(hosts: (string | null)[], partners = [munich]) {
  render(
    <PreferencesProvider
      initial={{ language: 'en', colourScheme: 'light', density: 'normal', railCollapsed: false, views: {} }}
    >
      <I18nextProvider i18n={i18n}>
        <MantineProvider>
          <Editor start={planOf(hosts)} partners={partners} />
        </MantineProvider>
      </I18nextProvider>
    </PreferencesProvider>,
  )
  return userEvent.setup()
}

const face = (number: number) => screen.getByRole('button', { name: new RegExp(`^Semester ${number}:`) })
const credits = (number: number) => screen.getByRole('textbox', { name: `Credits, semester ${number}` })

beforeEach(() => speak('en'))
afterEach(cleanup)

describe('the strip of semesters', () => {
  it('names each semester with its host and credits', () => {
    open([null, munich])
    expect(face(1).getAttribute('aria-label')).toBe('Semester 1: Home, 30 credits')
    expect(face(2).getAttribute('aria-label')).toBe('Semester 2: Munich, 30 credits')
  })

  it('gives a pressed semester to the next host', async () => {
    const user = open([null, null, munich, munich])
    await user.click(face(1))
    expect(shown(held)).toBe('MHMM')
    await user.click(face(1))
    expect(shown(held)).toBe('HHMM')
  })

  it('gives the semesters drawn over to the host of the first, and takes them back when drawing back', () => {
    open([null, null, null, null])
    const cell = (number: number) => face(number).closest('li') ?? document.body
    fireEvent.pointerDown(face(1), { button: 0, pointerId: 1 })
    fireEvent.pointerEnter(cell(2))
    fireEvent.pointerEnter(cell(3))
    expect(shown(held)).toBe('MMMH')
    fireEvent.pointerEnter(cell(2))
    expect(shown(held)).toBe('MMHH')
    fireEvent.pointerUp(window)
    fireEvent.pointerEnter(cell(4))
    expect(shown(held)).toBe('MMHH')
  })

  it('draws with the host pressed in the legend', async () => {
    const user = open([null, null, null, null], [munich, porto])
    const legend = screen.getByRole('list', { name: 'Hosts of the semesters' })
    await user.click(within(legend).getByRole('button', { name: /^Porto/ }))
    await user.click(face(2))
    await user.click(face(2))
    expect(shown(held)).toBe('HPHH')
  })

  it('moves a semester with its credits by its handle', async () => {
    const user = open([munich, null, null, null])
    await user.clear(credits(1))
    await user.type(credits(1), '25')
    fireEvent.pointerDown(screen.getByRole('button', { name: 'Drag to move semester 1' }), {
      button: 0,
      pointerId: 1,
    })
    fireEvent.pointerEnter(face(3).closest('li') ?? document.body)
    fireEvent.pointerUp(window)
    expect(shown(held)).toBe('HHMH')
    expect(held[2]?.credits).toBe(25)
  })

  it('leaves the plan as it was when a drag is ended with Esc', () => {
    open([munich, null, null, null])
    fireEvent.pointerDown(face(1), { button: 0, pointerId: 1 })
    fireEvent.pointerEnter(face(4).closest('li') ?? document.body)
    fireEvent.keyDown(window, { key: 'Escape' })
    expect(shown(held)).toBe('MHHH')
  })
})

describe('the strip from the keyboard', () => {
  it('changes, chooses, moves and removes semesters', async () => {
    const user = open([null, null, munich, munich], [munich, porto])
    face(1).focus()
    await user.keyboard(' ')
    expect(shown(held)).toBe('MHMM')
    await user.keyboard('{ArrowRight}2')
    expect(shown(held)).toBe('MPMM')
    await user.keyboard('0')
    expect(shown(held)).toBe('MHMM')
    await user.keyboard('{Alt>}{ArrowRight}{/Alt}')
    expect(shown(held)).toBe('MMHM')
    expect(document.activeElement).toBe(face(3))
    await user.keyboard('{Delete}')
    expect(shown(held)).toBe('MMM')
  })

  it('has one stop for Tab among the semesters, then the credits', async () => {
    const user = open([null, munich])
    face(1).focus()
    await user.keyboard('{ArrowRight}')
    expect(document.activeElement).toBe(face(2))
    await user.tab()
    expect(document.activeElement).toBe(credits(2))
  })

  it('goes from the credits of one semester to the next with Enter', async () => {
    const user = open([null, munich])
    await user.click(credits(1))
    await user.keyboard('27,5{Enter}')
    expect(held[0]?.credits).toBe(27.5)
    expect(document.activeElement).toBe(credits(2))
  })
})

describe('credits', () => {
  it('that are no number stay out of the plan and are marked', async () => {
    const user = open([null, munich])
    await user.clear(credits(1))
    await user.type(credits(1), 'abc')
    expect(held[0]?.credits).toBeNull()
    expect(credits(1).getAttribute('aria-invalid')).toBe('true')
  })

  it('count into the totals of their host at once', async () => {
    const user = open([null, munich])
    await user.clear(credits(2))
    await user.type(credits(2), '20')
    const legend = screen.getByRole('list', { name: 'Hosts of the semesters' })
    expect(within(legend).getByRole('button', { name: /Munich/ }).textContent).toContain(
      '1 semester, 20 credits',
    )
  })
})

describe('the format', () => {
  it('typed while looking at the strip changes it with every readable text', async () => {
    const user = open([null, null])
    const field = screen.getByRole('textbox', { name: 'Format' })
    await user.clear(field)
    await user.type(field, '2+2')
    expect(held).toHaveLength(8)
    expect(screen.getByRole('status').textContent).toBe('2+2')
  })

  it('brings the plan before it back with Esc', async () => {
    const user = open([null, munich])
    const field = screen.getByRole('textbox', { name: 'Format' })
    await user.clear(field)
    await user.type(field, '1+3{Escape}')
    expect(shown(held)).toBe('HM')
  })

  it('is recalculated when a semester is given to another host by hand', async () => {
    const user = open([null, null, null, null, munich, munich, munich, munich])
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Format' }).value).toBe('2+2')
    await user.click(face(8))
    await user.click(face(7))
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Format' }).value).toBe('1+3')
  })

  it('says what is wrong with a text that is no format', async () => {
    const user = open([null, munich])
    await user.clear(screen.getByRole('textbox', { name: 'Format' }))
    await user.type(screen.getByRole('textbox', { name: 'Format' }), 'half')
    expect(screen.getByText(/This format is not understood/)).toBeTruthy()
    expect(shown(held)).toBe('HM')
  })
})
