"""AWS's own metrics that alarms and the dashboard read, with their dimensions.

Sources, all read in November 2026: AWS Lambda Developer Guide, "Types of metrics for Lambda functions"; Amazon SQS
Developer Guide, "Available CloudWatch metrics for Amazon SQS"; Amazon API Gateway Developer Guide, "Work with CloudWatch
metrics for HTTP APIs" and "Monitor WebSocket API execution with CloudWatch metrics"; Amazon DynamoDB Developer Guide,
"DynamoDB Metrics and dimensions".
"""

AWS = {
    "AWS/Lambda": {
        "Errors": {"FunctionName"},
        "Throttles": {"FunctionName"},
        "Duration": {"FunctionName"},
        "IteratorAge": {"FunctionName"},
    },
    "AWS/SQS": {
        "ApproximateNumberOfMessagesVisible": {"QueueName"},
        "ApproximateAgeOfOldestMessage": {"QueueName"},
    },
    "AWS/ApiGateway": {
        "Count": {"ApiId"},
        "4xx": {"ApiId"},
        "5xx": {"ApiId"},
        "ConnectCount": {"ApiId"},
        "MessageCount": {"ApiId"},
        "IntegrationError": {"ApiId"},
        "ExecutionError": {"ApiId"},
    },
    "AWS/DynamoDB": {
        "ConsumedReadCapacityUnits": {"TableName"},
        "ConsumedWriteCapacityUnits": {"TableName"},
        "ReadThrottleEvents": {"TableName"},
        "WriteThrottleEvents": {"TableName"},
    },
}
