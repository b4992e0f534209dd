// Reads the weights of PP-OCR's line angle classifier out of its ONNX file: only what that one network is made of.
//
// A runtime for any network costs 139 to 288 MB on disk and 0.9 s or native code in the child process that decodes strangers'
// files. This network has 0.14 million weights and eleven kinds of steps (see angle-network.ts).

/** A step of the network: its kind as ONNX names it, the names of what goes in and comes out, its numbers. */
export type Step = { kind: string; inputs: string[]; output: string; numbers: Map<string, number[]> };
export type Tensor = { shape: number[]; values: Float32Array };
export type Model = { steps: Step[]; weights: Map<string, Tensor> };

type Field = { field: number; number: bigint; bytes: Uint8Array };

/** Protocol Buffers: every field is a number or a piece of bytes. Throws when the bytes end too early. */
function* readFields(bytes: Uint8Array): Generator<Field> {
  let at = 0;
  const next = (): bigint => {
    let value = 0n;
    for (let shift = 0n; ; shift += 7n) {
      const byte = bytes[at];
      if (byte === undefined) throw new RangeError('the model ends in the middle');
      at += 1;
      value |= BigInt(byte & 127) << shift;
      if (byte < 128) return BigInt.asIntN(64, value);
    }
  };
  const none = new Uint8Array();
  while (at < bytes.length) {
    const key = Number(next());
    const [field, wire] = [key >> 3, key & 7];
    if (wire === 0) yield { field, number: next(), bytes: none };
    else {
      const length = wire === 2 ? Number(next()) : wire === 5 ? 4 : 8;
      yield { field, number: 0n, bytes: bytes.subarray(at, at + length) };
      at += length;
    }
  }
}

const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf8');

/** Integers come one a field or packed into one. */
function integersOf({ number, bytes }: Field): number[] {
  if (bytes.length === 0) return [Number(number)];
  const list: number[] = [];
  let value = 0;
  let scale = 1;
  for (const byte of bytes) {
    value += (byte & 127) * scale;
    scale *= 128;
    if (byte >= 128) continue;
    list.push(value);
    [value, scale] = [0, 1];
  }
  return list;
}

const floatsOf = (bytes: Uint8Array): Float32Array =>
  new Float32Array(Uint8Array.from(bytes).buffer, 0, Math.floor(bytes.length / 4));

/** TensorProto: 1 dims, 2 type (1 is float), 4 floats, 9 raw bytes. */
function readTensor(bytes: Uint8Array): Tensor {
  const tensor: Tensor = { shape: [], values: new Float32Array() };
  for (const one of readFields(bytes)) {
    if (one.field === 1) tensor.shape.push(...integersOf(one));
    if (one.field === 4 || one.field === 9) tensor.values = floatsOf(one.bytes);
  }
  return tensor;
}

/** AttributeProto: 1 name, 2 float, 3 integer, 5 tensor, 8 integers. */
function readAttribute(bytes: Uint8Array): { name: string; numbers: number[]; tensor?: Tensor } {
  const attribute: { name: string; numbers: number[]; tensor?: Tensor } = { name: '', numbers: [] };
  for (const one of readFields(bytes)) {
    if (one.field === 1) attribute.name = textOf(one.bytes);
    if (one.field === 2) attribute.numbers = [...floatsOf(one.bytes)];
    if (one.field === 3) attribute.numbers = [Number(one.number)];
    if (one.field === 5) attribute.tensor = readTensor(one.bytes);
    if (one.field === 8) attribute.numbers.push(...integersOf(one));
  }
  return attribute;
}

/** NodeProto: 1 input, 2 output, 4 kind, 5 attribute. A node of kind Constant is a weight. */
function readNode(bytes: Uint8Array, model: Model): void {
  const step: Step = { kind: '', inputs: [], output: '', numbers: new Map() };
  for (const { field, bytes: value } of readFields(bytes)) {
    if (field === 1) step.inputs.push(textOf(value));
    if (field === 2) step.output = textOf(value);
    if (field === 4) step.kind = textOf(value);
    if (field !== 5) continue;
    const { name, numbers, tensor } = readAttribute(value);
    step.numbers.set(name, numbers);
    if (tensor) model.weights.set(step.output, tensor);
  }
  if (step.kind === 'Constant' && !model.weights.has(step.output))
    model.weights.set(step.output, { shape: [], values: Float32Array.from(step.numbers.get('value') ?? []) });
  if (step.kind !== 'Constant') model.steps.push(step);
}

/** ModelProto: 7 graph; GraphProto: 1 node. */
export function readModel(bytes: Uint8Array): Model {
  const model: Model = { steps: [], weights: new Map() };
  for (const { field, bytes: graph } of readFields(bytes)) {
    if (field !== 7) continue;
    for (const one of readFields(graph)) if (one.field === 1) readNode(one.bytes, model);
  }
  return model;
}
