// Runs PP-OCR's line angle classifier: is the writing in a small picture of a line upright or upside down?
//
// The network is run step by step as its file says. Its arithmetic is that of ONNX operator set 11, as far as this network goes.

import type { Model, Step, Tensor } from './angle-model.ts';

/** What the network wants to see: a line of this many pixels, narrower ones filled up to the right. */
export const LINE_WIDTH = 192;
export const LINE_HEIGHT = 48;

/** One picture: channels of rows of values. */
type Layer = { channels: number; height: number; width: number; values: Float32Array };
type Kernel = { weights: Float32Array; bias: Float32Array };
type Layers = Map<string, Layer>;
/** What a step does to its first layer; `second` is its other input, if a layer too; `into` what it made last time. */
type Run = (one: Layer, second: Layer | undefined, into: Layer | undefined) => Layer;

const numbersOf = (step: Step, name: string, usual: number[]): number[] => step.numbers.get(name) ?? usual;

function weightOf({ weights }: Model, name: string | undefined): Tensor {
  const found = name === undefined ? undefined : weights.get(name);
  if (!found) throw new Error(`the model lacks ${name}`);
  return found;
}

/** A scale and a shift after a convolution belong into its weights. */
function foldScale({ weights, bias }: Kernel, model: Model, { inputs }: Step): Kernel {
  const [scale, shift, mean, spread] = inputs.slice(1, 5).map((name) => weightOf(model, name).values);
  const each = weights.length / bias.length;
  const factors = bias.map((_, at) => (scale?.[at] ?? 1) / Math.sqrt((spread?.[at] ?? 1) + 1e-5));
  return {
    weights: weights.map((weight, at) => weight * (factors[Math.floor(at / each)] ?? 1)),
    bias: bias.map((level, at) => (level - (mean?.[at] ?? 0)) * (factors[at] ?? 1) + (shift?.[at] ?? 0)),
  };
}

function kernelOf(model: Model, step: Step, scaling: Step | undefined): Kernel {
  const { values: weights, shape } = weightOf(model, step.inputs[1]);
  const own = step.inputs[2] === undefined ? undefined : weightOf(model, step.inputs[2]).values;
  const kernel = { weights, bias: own ?? new Float32Array(shape[0] ?? 0) };
  return scaling ? foldScale(kernel, model, scaling) : kernel;
}

/** The arrays of the last line are written over: made anew they would cost more than the arithmetic. */
function makeRoom(into: Layer | undefined, size: Omit<Layer, 'values'>): Layer {
  const { channels, height, width } = size;
  const same = into?.channels === channels && into.height === height && into.width === width;
  if (into && same) return into;
  return { channels, height, width, values: new Float32Array(channels * height * width) };
}

/** One pixel at a time: every channel out is a sum of the channels in. Two out and four in a pass, for speed. */
function mixChannels(source: Layer, { weights, bias }: Kernel, into: Layer | undefined): Layer {
  const made = makeRoom(into, { ...source, channels: bias.length });
  const size = source.height * source.width;
  for (let out = 0; out < bias.length; out += 1)
    made.values.fill(bias[out] as number, out * size, (out + 1) * size);
  for (let out = 0; out < bias.length; out += 2) {
    const other = Math.min(out + 1, bias.length - 1);
    for (let channel = 0; channel < source.channels; channel += 4)
      addFour(made.values, source, { size, out, other, channel, weights });
  }
  return made;
}

type Pass = { size: number; out: number; other: number; channel: number; weights: Float32Array };

/** Past the last channel in there is no weight; past the last channel out the last one is made once more. */
function addFour(to: Float32Array, { channels, values }: Layer, pass: Pass): void {
  const { size, out, other, channel, weights } = pass;
  const [row, next] = [out * channels + channel, other * channels + channel];
  const [b, c, d] = [channel + 1 < channels, channel + 2 < channels, channel + 3 < channels];
  const wa = weights[row] as number;
  const wb = b ? (weights[row + 1] as number) : 0;
  const wc = c ? (weights[row + 2] as number) : 0;
  const wd = d ? (weights[row + 3] as number) : 0;
  const va = other === out ? 0 : (weights[next] as number);
  const vb = b && other !== out ? (weights[next + 1] as number) : 0;
  const vc = c && other !== out ? (weights[next + 2] as number) : 0;
  const vd = d && other !== out ? (weights[next + 3] as number) : 0;
  const [one, two] = [out * size, other * size];
  const first = channel * size;
  const second = b ? first + size : first;
  const third = c ? first + 2 * size : first;
  const fourth = d ? first + 3 * size : first;
  for (let at = 0; at < size; at += 1) {
    const va0 = values[first + at] as number;
    const vb0 = values[second + at] as number;
    const vc0 = values[third + at] as number;
    const vd0 = values[fourth + at] as number;
    to[one + at] = (to[one + at] as number) + (wa * va0 + wb * vb0 + wc * vc0 + wd * vd0);
    to[two + at] = (to[two + at] as number) + (va * va0 + vb * vb0 + vc * vc0 + vd * vd0);
  }
}

type Grid = { side: number; down: number; across: number; pad: number; groups: number };

/** Convolution with a square kernel; `groups` as many as channels where each channel goes its own way. */
function convolve(source: Layer, { weights, bias }: Kernel, grid: Grid, into: Layer | undefined): Layer {
  const { side, down, across, pad, groups } = grid;
  const height = Math.floor((source.height + 2 * pad - side) / down) + 1;
  const width = Math.floor((source.width + 2 * pad - side) / across) + 1;
  const made = makeRoom(into, { channels: bias.length, height, width });
  const [ins, outs] = [source.channels / groups, bias.length / groups];
  for (let out = 0; out < bias.length; out += 1) {
    made.values.fill(bias[out] ?? 0, out * height * width, (out + 1) * height * width);
    for (let at = 0; at < ins; at += 1) {
      const channel = Math.floor(out / outs) * ins + at;
      addPlane(made, source, { out, channel, weights, first: (out * ins + at) * side * side }, grid);
    }
  }
  return made;
}

type Plane = { out: number; channel: number; weights: Float32Array; first: number };

function addPlane(made: Layer, source: Layer, { out, channel, weights, first }: Plane, grid: Grid): void {
  const { side, down, across, pad } = grid;
  const { height, width, values } = made;
  for (let y = 0; y < height; y += 1) {
    for (let k = 0; k < side * side; k += 1) {
      const row = y * down + Math.floor(k / side) - pad;
      if (row < 0 || row >= source.height) continue;
      const shift = (k % side) - pad;
      const left = shift < 0 ? Math.ceil(-shift / across) : 0;
      const right = Math.min(width - 1, Math.floor((source.width - 1 - shift) / across));
      const to = (out * height + y) * width;
      const from = (channel * source.height + row) * source.width + shift;
      const weight = weights[first + k] as number;
      for (let x = left; x <= right; x += 1)
        values[to + x] = (values[to + x] as number) + weight * (source.values[from + x * across] as number);
    }
  }
}

function average(source: Layer, into: Layer | undefined): Layer {
  const made = makeRoom(into, { channels: source.channels, height: 1, width: 1 });
  const size = source.height * source.width;
  for (let channel = 0; channel < source.channels; channel += 1) {
    let sum = 0;
    for (let at = channel * size; at < (channel + 1) * size; at += 1) sum += source.values[at] as number;
    made.values[channel] = sum / size;
  }
  return made;
}

/** The largest of every two by two; an odd row or column at the end is left out. */
function halve({ channels, height, width, values }: Layer): Layer {
  const made = makeRoom(undefined, {
    channels,
    height: Math.floor(height / 2),
    width: Math.floor(width / 2),
  });
  for (let at = 0, row = 0; row < channels * made.height; row += 1) {
    const channel = Math.floor(row / made.height);
    let first = channel * height * width + (row % made.height) * 2 * width;
    for (let x = 0; x < made.width; x += 1, at += 1, first += 2) {
      const upper = Math.max(values[first] as number, values[first + 1] as number);
      const lower = Math.max(values[first + width] as number, values[first + width + 1] as number);
      made.values[at] = Math.max(upper, lower);
    }
  }
  return made;
}

function dropNegative(source: Layer, into: Layer | undefined): Layer {
  const made = makeRoom(into, source);
  for (let at = 0; at < made.values.length; at += 1) {
    const value = source.values[at] as number;
    made.values[at] = Math.max(0, value);
  }
  return made;
}

/** ONNX's HardSigmoid: a slope of 0.2 about one half. */
function sigmoid(source: Layer): Layer {
  const values = source.values.map((value) => Math.min(1, Math.max(0, value * 0.2 + 0.5)));
  return { ...source, values };
}

/** x times how far x + 3 lies between 0 and 6. */
function swish({ values: from, ...size }: Layer, into: Layer | undefined): Layer {
  const made = makeRoom(into, size);
  for (let at = 0; at < from.length; at += 1) {
    const value = from[at] as number;
    made.values[at] = value <= -3 ? 0 : value >= 3 ? value : (value * (value + 3)) / 6;
  }
  return made;
}

function addLayers(one: Layer, { values: more }: Layer, into: Layer | undefined): Layer {
  const made = makeRoom(into, one);
  for (let at = 0; at < more.length; at += 1)
    made.values[at] = (one.values[at] as number) + (more[at] as number);
  return made;
}

/** Every channel gets a weight of its own. */
function weigh(one: Layer, { values: weights }: Layer, into: Layer | undefined): Layer {
  const made = makeRoom(into, one);
  const size = one.height * one.width;
  for (let channel = 0; channel < one.channels; channel += 1) {
    const weight = weights[channel] as number;
    for (let at = channel * size; at < (channel + 1) * size; at += 1)
      made.values[at] = (one.values[at] as number) * weight;
  }
  return made;
}

function multiply(source: Layer, { shape, values }: Tensor): Layer {
  const outs = shape[1] ?? 0;
  const sums = Float32Array.from({ length: outs }, (_, out) =>
    source.values.reduce((sum, value, at) => sum + value * (values[at * outs + out] ?? 0), 0),
  );
  return { channels: outs, height: 1, width: 1, values: sums };
}

function softmax(source: Layer): Layer {
  const top = Math.max(...source.values);
  const powers = source.values.map((value) => Math.exp(value - top));
  const sum = powers.reduce((all, one) => all + one, 0);
  return { ...source, values: powers.map((one) => one / sum) };
}

function prepareStep(model: Model, step: Step, scaling: Step | undefined): Run {
  const { kind, inputs } = step;
  const fixed = model.weights.get(inputs[1] ?? '');
  if (kind === 'Conv') return prepareConvolution(model, step, scaling);
  if (kind === 'MatMul' && fixed) return (one) => multiply(one, fixed);
  if (kind === 'Add' && fixed)
    return (one) => ({ ...one, values: one.values.map((value, at) => value + (fixed.values[at] ?? 0)) });
  if (kind === 'Add') return (one, second, into) => addLayers(one, second ?? one, into);
  if (kind === 'Mul') return (one, second, into) => weigh(one, second ?? one, into);
  const run = plain[kind];
  if (!run) throw new Error(`the model has a step that is not known: ${kind}`);
  return run;
}

const plain: Record<string, Run> = {
  Swish: (one, _, into) => swish(one, into),
  Relu: (one, _, into) => dropNegative(one, into),
  GlobalAveragePool: (one, _, into) => average(one, into),
  MaxPool: halve,
  HardSigmoid: sigmoid,
  Softmax: softmax,
  Reshape: (one) => one,
};

function prepareConvolution(model: Model, step: Step, scaling: Step | undefined): Run {
  const kernel = kernelOf(model, step, scaling);
  const [side = 1] = numbersOf(step, 'kernel_shape', [1]);
  const [down = 1, across = 1] = numbersOf(step, 'strides', [1, 1]);
  const [pad = 0] = numbersOf(step, 'pads', [0]);
  const [groups = 1] = numbersOf(step, 'group', [1]);
  const each = side === 1 && down === 1 && across === 1 && groups === 1;
  if (each) return (one, _, into) => mixChannels(one, kernel, into);
  return (one, _, into) => convolve(one, kernel, { side, down, across, pad, groups }, into);
}

/** Steps that only say which shape the next one has. */
const shapes = ['Shape', 'Cast', 'Slice', 'Concat'];

/** Add 3, keep within 0 and 6, times x, by 6: four steps of the file are one here. */
function joinSwish(steps: Step[]): Step[] {
  const isSwish = (at: number) =>
    ['Add', 'Clip', 'Mul', 'Div'].every((kind, more) => steps[at + more]?.kind === kind);
  return steps.flatMap((step, at) => {
    if (isSwish(at)) return [{ ...step, kind: 'Swish', output: steps[at + 3]?.output ?? '' }];
    return isSwish(at - 1) || isSwish(at - 2) || isSwish(at - 3) ? [] : [step];
  });
}

type Planned = { inputs: string[]; output: string; run: Run; into?: Layer };

/** Throws when the model is not made of the steps that are known here. */
export function openAngleNetwork(model: Model): (line: Float32Array) => number {
  const steps = joinSwish(
    model.steps.filter(({ kind }) => kind !== 'BatchNormalization' && !shapes.includes(kind)),
  );
  const scalings = new Map(
    model.steps.flatMap((step) => (step.kind === 'BatchNormalization' ? [[step.inputs[0] ?? '', step]] : [])),
  );
  const plan = steps.map((step): Planned => {
    const scaling = scalings.get(step.output);
    const output = scaling?.output ?? step.output;
    return { inputs: step.inputs, output, run: prepareStep(model, step, scaling) };
  });
  return (line) => runPlan(plan, line);
}

/** `line`: LINE_HEIGHT rows of LINE_WIDTH gray values, -1 to 1. How likely it is upside down, 0 to 1. */
function runPlan(plan: Planned[], line: Float32Array): number {
  const values = new Float32Array(line.length * 3);
  for (let channel = 0; channel < 3; channel += 1) values.set(line, channel * line.length);
  let last: Layer = { channels: 3, height: LINE_HEIGHT, width: LINE_WIDTH, values };
  const layers: Layers = new Map([['x', last]]);
  for (const step of plan) {
    const one = layers.get(step.inputs[0] ?? '');
    if (!one) throw new Error(`the model asks for ${step.inputs[0]} too early`);
    last = step.run(one, layers.get(step.inputs[1] ?? ''), step.into);
    if (last !== one) step.into = last;
    layers.set(step.output, last);
  }
  return last.values[1] ?? 0;
}
