import protobuf from 'protobufjs'

/** The part of onnx.proto (Apache-2.0, onnx/onnx) that an encoder needs, with its field numbers. */
const { root } = protobuf.parse(
  `syntax = "proto3";
  message Model { int64 ir_version = 1; string producer_name = 2; Graph graph = 7; repeated Opset opset_import = 8; }
  message Opset { string domain = 1; int64 version = 2; }
  message Graph {
    repeated Node node = 1; string name = 2; repeated Tensor initializer = 5;
    repeated Value input = 11; repeated Value output = 12;
  }
  message Node { repeated string input = 1; repeated string output = 2; string op_type = 4; repeated Attribute attribute = 5; }
  message Attribute { string name = 1; float f = 2; int64 i = 3; repeated int64 ints = 8; int32 type = 20; }
  message Tensor { repeated int64 dims = 1; int32 data_type = 2; string name = 8; bytes raw_data = 9; }
  message Value { string name = 1; Type type = 2; }
  message Type { TensorType tensor_type = 1; }
  message TensorType { int32 elem_type = 1; Shape shape = 2; }
  message Shape { repeated Dim dim = 1; }
  message Dim { oneof size { int64 dim_value = 1; string dim_param = 2; } }`,
  { keepCase: true },
)

/** TensorProto.DataType. */
export const TYPE = { float: 1, int8: 3, int64: 7 }

/** AttributeProto of a whole number, a list of whole numbers, or `{ float }`. */
export function attribute(name, value) {
  if (Array.isArray(value)) return { name, ints: value, type: 7 }
  return typeof value === 'number' ? { name, i: value, type: 2 } : { name, f: value.float, type: 1 }
}

/** Bytes of an ONNX file (IR 8, opset 17) with this graph. */
export function encodeModel(graph) {
  const Model = root.lookupType('Model')
  const model = { ir_version: 8, producer_name: 'undertone-tests', graph, opset_import: [{ version: 17 }] }
  return Uint8Array.from(Model.encode(Model.fromObject(model)).finish())
}
