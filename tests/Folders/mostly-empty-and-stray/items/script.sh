#!/bin/sh
cat *.yaml
