import { type InjectionKey, type Ref, shallowRef } from 'vue';

export interface Picture {
  reference: string;
  name: string;
  caption: string;
  width: number | undefined;
  height: number | undefined;
  by: string;
  at: number;
}

/** The pictures of the thread around, to go from one to the next. */
export const PICTURES: InjectionKey<Ref<Picture[]>> = Symbol('pictures');

/** The enlarged picture. */
export const enlarged = shallowRef<{ pictures: Picture[]; at: number }>();

export function enlarge(pictures: readonly Picture[], reference: string): void {
  const at = pictures.findIndex((picture) => picture.reference === reference);
  if (at >= 0) enlarged.value = { pictures: [...pictures], at };
}
