import { describe, expect, it, vi } from 'vitest';
import type { Reason, Visit } from '../frame/protocol';
import { Texts } from '../frame/texts';
import { Welcome, type Asked } from '../frame/view/welcome';

const reasons: Reason[] = [
  { id: 'delivery', label: 'Delivery' },
  { id: 'late', label: 'Parcel is late', parent: 'delivery' },
  { id: 'product', label: 'Product' },
];

function welcome(of = reasons) {
  const visit = { brand: 'Lindenhof', form: { reasons: of, name: false, email: false }, limits: { text: 4000 } } as unknown as Visit;
  const send = vi.fn((_: Asked) => Promise.resolve(undefined));
  const form = new Welcome(new Texts('en'), visit, { mail: false, send, draft: () => {}, stepped: () => {} });
  const choices = () => [...form.node.querySelectorAll('.reason')].map((one) => one.textContent);
  const choose = (label: string) => [...form.node.querySelectorAll<HTMLElement>('.reason')].find((one) => one.textContent === label)!.click();
  const ask = (text: string) => {
    form.node.querySelector('textarea')!.value = text;
    form.node.querySelector('form')!.dispatchEvent(new Event('submit', { cancelable: true }));
  };
  return { form, send, choices, choose, ask };
}

describe('what it is about', () => {
  it('is asked from wide to narrow', () => {
    const { choices, choose, ask, send } = welcome();
    expect(choices()).toEqual(['Delivery', 'Product', 'Something else']);
    choose('Delivery');
    expect(choices()).toEqual(['Parcel is late', 'Something else']);
    choose('Parcel is late');
    ask('Where is it?');
    expect(send).toHaveBeenCalledWith({ text: 'Where is it?', answers: { reason: 'late', name: undefined, email: undefined } });
  });

  it('is the wide one when none of the narrow ones fits', () => {
    const { choose, ask, send } = welcome();
    choose('Delivery');
    choose('Something else');
    ask('Do you deliver abroad?');
    expect(send.mock.calls[0]![0].answers.reason).toBe('delivery');
  });

  it('leads back step by step', () => {
    const { form, choices, choose } = welcome();
    expect(form.second).toBe(false);
    choose('Delivery');
    choose('Parcel is late');
    expect(form.second).toBe(true);
    form.back();
    expect(choices()).toEqual(['Parcel is late', 'Something else']);
    form.back();
    expect(choices()).toEqual(['Delivery', 'Product', 'Something else']);
    expect(form.second).toBe(false);
  });

  it('has one "something else", also when the shop names its own', () => {
    const { choices } = welcome([...reasons, { id: 'else', label: 'Something else' }]);
    expect(choices()).toEqual(['Delivery', 'Product', 'Something else']);
  });
});
